import type { Agency, DecisionView } from '@opentipline/contract'
import type { InferResult } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

const decisionsQuery = q
  .selectFrom('decision as d')
  .innerJoin('person as p', 'p.person_id', 'd.person_id')
  .innerJoin('tip as t', 't.tip_id', 'd.tip_id')
  .leftJoin('agency as a', 'a.agency_id', 'd.refer_to')
  .select([
    'd.decision_id',
    'd.kind',
    'd.reasons',
    'd.note',
    'p.name as decided_by',
    'd.decided_at',
    'd.takes_effect_at',
    'd.undone_at',
    'd.hold_until',
    'd.policy_id',
    'd.policy_version',
    'd.revision',
    't.revision as tip_revision',
    't.made_before',
    'a.agency_id',
    'a.name',
    'a.kind as agency_kind',
    'a.area',
  ])

/** The decisions on a tip, newest first, undone ones included: they happened. */
export const tipDecisions = async (tx: Transaction, tipId: string): Promise<DecisionView[]> =>
  (await tx.rows(decisionsQuery.where('d.tip_id', '=', tipId).orderBy('d.decision_id', 'desc'))).map(view)

/** One decision of this agency, or undefined. */
export const readDecision = async (
  tx: Transaction,
  decisionId: string,
): Promise<DecisionView | undefined> => {
  const row = await tx.maybe(decisionsQuery.where('d.decision_id', '=', decisionId))
  return row && view(row)
}

type Row = InferResult<typeof decisionsQuery>[number]

const view = (row: Row): DecisionView => ({
  decisionId: row.decision_id,
  kind: row.kind,
  reasons: row.reasons,
  note: row.note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at.toISOString(),
  takesEffectAt: row.takes_effect_at.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
  referTo:
    row.agency_id && row.name
      ? {
          agencyId: row.agency_id,
          name: row.name,
          kind: row.agency_kind as Agency['kind'],
          ...(row.area ? { area: row.area } : {}),
        }
      : null,
  holdUntil: row.hold_until?.toISOString() ?? null,
  policy: { id: row.policy_id, version: row.policy_version },
  madeBefore: row.revision < row.tip_revision ? row.made_before : [],
})
