import type { Finding } from '@opentipline/contract'
import { enrich, findingPlan, pictureFindings, pictureWishes, textFindings } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { assembleReports } from '../reports/index.ts'
import { askForPictures, readPictures } from './pictures/states.ts'

const insert = `
  insert into finding (report_id, revision, key, body, found_at)
  select report_id, revision, key, body::jsonb, $5
  from unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) as given (report_id, revision, key, body)
  on conflict (report_id, revision, key) do update set body = excluded.body, found_at = excluded.found_at`

/** Stage: asks the offline sources, and keeps every answer with its source, version and date. */
export const enrichReports = async (
  tx: Transaction,
  services: PipelineServices,
  items: { reportId: string }[],
): Promise<void> => {
  const reports = await assembleReports(
    tx,
    items.map((item) => item.reportId),
  )
  await askForPictures(tx, services.pictureHashes, reports)
  const allPictures = await readPictures(
    tx,
    items.map((item) => item.reportId),
  )
  const rows: { reportId: string; revision: number; finding: Finding }[] = []
  for (const { reportId, revision, report } of reports) {
    const pictures = allPictures.get(reportId) ?? []
    const plan = [...findingPlan(report), ...pictureWishes(report, pictures)]
    const findings = [
      ...(await enrich(plan, services.sources)),
      ...pictureFindings(report, pictures, services.pictureHashes),
      ...textFindings(report),
    ]
    const byKey = new Map(findings.map((finding) => [finding.key, finding]))
    for (const finding of byKey.values()) rows.push({ reportId, revision, finding })
  }
  await tx.prepared('finding-insert', insert, [
    rows.map((row) => row.reportId),
    rows.map((row) => row.revision),
    rows.map((row) => row.finding.key),
    rows.map((row) => JSON.stringify(row.finding)),
    services.now(),
  ])
}
