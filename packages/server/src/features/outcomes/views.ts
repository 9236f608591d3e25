import type { OutcomeView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Tables } from '../../db/tables.ts'

type Told = Tables['outcome']

/** Outcomes with the names of those who gave and took them back, newest first. */
export const outcomeRows = q
  .selectFrom('outcome as o')
  .innerJoin('person as p', 'p.person_id', 'o.person_id')
  .leftJoin('person as w', 'w.person_id', 'o.withdrawn_by')
  .select(['o.outcome_id', 'o.tip_id', 'o.results', 'o.usefulness', 'o.missing', 'o.audience', 'o.words'])
  .select(['o.at', 'o.withdrawn_at', 'p.name as by', 'w.name as withdrawn_by'])
  .orderBy('o.outcome_id', 'desc')

type Row = {
  outcome_id: string
  tip_id: string
  results: Told['results']
  usefulness: Told['usefulness']
  missing: Told['missing']
  audience: Told['audience']
  words: string
  at: Date
  by: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

export const outcomeView = (row: Row): OutcomeView => ({
  outcomeId: row.outcome_id,
  tipId: row.tip_id,
  results: row.results,
  usefulness: row.usefulness,
  missing: row.missing,
  audience: row.audience,
  words: row.words,
  by: row.by,
  at: row.at.toISOString(),
  withdrawn:
    row.withdrawn_at && row.withdrawn_by
      ? { by: row.withdrawn_by, at: row.withdrawn_at.toISOString() }
      : null,
})
