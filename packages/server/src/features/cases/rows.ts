import type { CaseRow, CaseState } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'

/** A case with what a list says of it. Row security narrows it to the acting agency. */
export const caseRows = q
  .selectFrom('case_file as c')
  .innerJoin('person as p', 'p.person_id', 'c.opened_by')
  .select(['c.case_id', 'c.title', 'c.state', 'c.opened_at', 'p.name as opened_by'])
  .select([
    sql<number>`(select count(*)::int from case_tip t where t.case_id = c.case_id and t.removed_at is null)`.as(
      'tips',
    ),
    sql<number>`(select count(*)::int from case_task t where t.case_id = c.case_id and t.done_at is null)`.as(
      'open_tasks',
    ),
    sql<number>`(select count(*)::int from legal_process l where l.case_id = c.case_id and l.state = 'sent')`.as(
      'awaited',
    ),
    sql<number>`(select count(distinct t.tip_id)::int from case_tip t join outcome o using (tip_id)
        where t.case_id = c.case_id and t.removed_at is null and o.withdrawn_at is null and o.agency_id = c.agency_id)`.as(
      'with_outcome',
    ),
  ])

type Row = {
  case_id: string
  title: string
  state: CaseState
  opened_by: string
  opened_at: Date
  tips: number
  open_tasks: number
  awaited: number
  with_outcome: number
}

export const caseRow = (row: Row): CaseRow => ({
  caseId: row.case_id,
  title: row.title,
  state: row.state,
  openedBy: row.opened_by,
  openedAt: row.opened_at.toISOString(),
  tips: row.tips,
  openTasks: row.open_tasks,
  awaited: row.awaited,
  withOutcome: row.with_outcome,
})
