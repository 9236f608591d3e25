import type { Assessment, Finding, PlaceFact, Signal } from '@opentipline/contract'
import { assess, type LinkSummary, placesOf, signalsOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { readLinkSummaries } from '../links/index.ts'
import { type AssembledReport, assembleReports } from '../reports/index.ts'

const insertFacts = `
  insert into report_facts (report_id, revision, places, signals, made_at)
  select report_id, revision, places::jsonb, signals::jsonb, $5
  from unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) as given (report_id, revision, places, signals)
  on conflict (report_id, revision) do update set places = excluded.places, signals = excluded.signals, made_at = excluded.made_at`

const insertAssessments = `
  insert into assessment (report_id, revision, policy_id, policy_version, body, made_at)
  select report_id, revision, policy_id, policy_version, body::jsonb, $6
  from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[]) as given (report_id, revision, policy_id, policy_version, body)
  on conflict (report_id, revision, policy_id, policy_version) do update set body = excluded.body, made_at = excluded.made_at`

const readFindings = `
  select f.report_id, f.body from finding f join report r on r.report_id = f.report_id and r.revision = f.revision
  where f.report_id = any($1::bigint[]) order by f.report_id, f.key`

type Judged = { head: AssembledReport; places: PlaceFact[]; signals: Signal[]; assessment: Assessment }

/** Stage: places, signals, and the assessment of each report under every policy in force. */
export const assessReports = async (
  tx: Transaction,
  services: PipelineServices,
  items: { reportId: string }[],
): Promise<void> => {
  const ids = items.map((item) => item.reportId)
  const reports = await assembleReports(tx, ids)
  const findings = await findingsByReport(tx, ids)
  const links = await readLinkSummaries(tx, ids)
  const at = services.now().toISOString()
  const judged = reports.flatMap((head) => {
    const facts = factsOf(head, findings.get(head.reportId) ?? [], links.get(head.reportId) ?? [], at)
    return services.policies.all.map(
      (policy): Judged => ({
        head,
        ...facts,
        assessment: assess({ signals: facts.signals, policy }),
      }),
    )
  })
  await keepFacts(tx, judged, services.now())
  await keepAssessments(tx, judged, services.now())
}

const factsOf = (
  { report, openedAt, finishedAt }: AssembledReport,
  findings: Finding[],
  links: LinkSummary[],
  at: string,
): { places: PlaceFact[]; signals: Signal[] } => {
  const places = placesOf(report, findings)
  const receivedAt = (finishedAt ?? openedAt).toISOString()
  return { places, signals: signalsOf({ report, findings, places, links, receivedAt, at }) }
}

const findingsByReport = async (tx: Transaction, ids: string[]): Promise<Map<string, Finding[]>> => {
  const rows = await tx.prepared<{ report_id: string; body: Finding }>('assess-findings', readFindings, [ids])
  const byReport = new Map<string, Finding[]>()
  for (const row of rows) {
    const found = byReport.get(row.report_id)
    if (found) found.push(row.body)
    else byReport.set(row.report_id, [row.body])
  }
  return byReport
}

const keepFacts = async (tx: Transaction, judged: Judged[], now: Date): Promise<void> => {
  const once = [...new Map(judged.map((each) => [each.head.reportId, each])).values()]
  await tx.prepared('facts-insert', insertFacts, [
    once.map((each) => each.head.reportId),
    once.map((each) => each.head.revision),
    once.map((each) => JSON.stringify(each.places)),
    once.map((each) => JSON.stringify(each.signals)),
    now,
  ])
}

const keepAssessments = async (tx: Transaction, judged: Judged[], now: Date): Promise<void> => {
  await tx.prepared('assessment-insert', insertAssessments, [
    judged.map((each) => each.head.reportId),
    judged.map((each) => each.head.revision),
    judged.map((each) => each.assessment.policy.id),
    judged.map((each) => each.assessment.policy.version),
    judged.map((each) => JSON.stringify(each.assessment)),
    now,
  ])
}
