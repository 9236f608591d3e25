import type { Assessment, PlaceFact, Signal } from '@opentipline/contract'
import { assess, correctedPlaces, placesOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { readLinkSummaries } from '../links/index.ts'
import { type AssembledReport, assembleReports } from '../reports/index.ts'
import { readCorrections } from './corrections.ts'
import { readFindings, signalsFrom } from './facts.ts'

const insertFacts = `
  insert into report_facts (report_id, revision, places, signals, made_at)
  select report_id, revision, places::jsonb, signals::jsonb, $5
  from unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) as given (report_id, revision, places, signals)
  on conflict (report_id, revision) do update set places = excluded.places, signals = excluded.signals, made_at = excluded.made_at
  where report_facts.places is distinct from excluded.places or report_facts.signals is distinct from excluded.signals`

const insertAssessments = `
  insert into assessment (report_id, revision, policy_id, policy_version, body, made_at)
  select report_id, revision, policy_id, policy_version, body::jsonb, $6
  from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[]) as given (report_id, revision, policy_id, policy_version, body)
  on conflict (report_id, revision, policy_id, policy_version) do update set body = excluded.body, made_at = excluded.made_at
  where assessment.body is distinct from excluded.body`

type Judged = { head: AssembledReport; places: PlaceFact[]; signals: Signal[]; assessment: Assessment }

/**
 * Stage: places, signals, and the assessment of each report under the policy that every agency begins with: what is the
 * same for all. An agency under another policy has an assessment of its own with its tip, so none is made here that
 * nobody may ever read.
 */
export const assessReports = async (
  tx: Transaction,
  services: PipelineServices,
  items: { reportId: string }[],
): Promise<void> => {
  const ids = items.map((item) => item.reportId)
  const reports = await assembleReports(tx, ids)
  const allFindings = await readFindings(tx, ids)
  const allLinks = await readLinkSummaries(tx, ids)
  const corrections = await readCorrections(tx, ids)
  const at = services.now().toISOString()
  const policy = services.policies.standard
  const judged = reports.map((head): Judged => {
    const findings = allFindings.get(head.reportId) ?? []
    const places = [...placesOf(head.report, findings), ...(corrections.get(head.reportId) ?? [])]
    const signals = signalsFrom({
      head,
      findings,
      places: correctedPlaces(places),
      links: allLinks.get(head.reportId) ?? [],
      at,
    })
    return { head, places, signals, assessment: assess({ signals, policy }) }
  })
  await keepFacts(tx, judged, services.now())
  await keepAssessments(tx, judged, services.now())
}

const keepFacts = async (tx: Transaction, judged: Judged[], now: Date): Promise<void> => {
  await tx.prepared('facts-insert', insertFacts, [
    judged.map((each) => each.head.reportId),
    judged.map((each) => each.head.revision),
    judged.map((each) => JSON.stringify(each.places)),
    judged.map((each) => JSON.stringify(each.signals)),
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
