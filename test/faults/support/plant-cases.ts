/** A case with a tip, a task and a legal process, and an outcome, by SQL, and how each row of it is found: a part of invariant 10. */
import type { TestServer } from '../../support/server.ts'

type Found = Record<string, [where: string, values: unknown[]]>

export const plantCases = async (
  server: TestServer,
  tipId: string,
  who: { id: string; agency: string },
): Promise<Found> => {
  await server.database.query(
    `with c as (insert into case_file (agency_id, title, opened_by) values ($2, 'Synthetic case', $3) returning case_id),
       t as (insert into case_tip (case_id, agency_id, tip_id, added_by) select case_id, $2, $1, $3 from c),
       k as (insert into case_task (case_id, agency_id, says, made_by) select case_id, $2, 'Synthetic', $3 from c),
       l as (insert into legal_process (case_id, agency_id, kind, addressed_to, reference, made_by)
         select case_id, $2, 'subpoena', 'Example Provider', '', $3 from c),
       o as (insert into outcome (tip_id, report_id, agency_id, person_id, results, usefulness, missing, audience)
         select tip_id, report_id, $2, $3, '{arrest}', 'useful', '{}', 'own agency' from tip where tip_id = $1 returning *)
     insert into outcome_notice (person_id, agency_id, outcome_id, report_id, tip_id, given_by, results, at)
     select $3, $2, outcome_id, report_id, tip_id, 'Synthetic', results, at from o`,
    [tipId, who.agency, who.id],
  )
  const tables = ['case_file', 'case_tip', 'case_task', 'legal_process', 'outcome', 'outcome_notice']
  return Object.fromEntries(
    tables.map((table): [string, Found[string]] => [table, ['agency_id = $1', [who.agency]]]),
  )
}
