import { type Agency, type DecisionView, ownReasonPrefix } from '@opentipline/contract'
import type { InferResult } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type News, newsInWords, readNews } from './news.ts'

const decisionsQuery = q
  .selectFrom('decision as d')
  .innerJoin('person as p', 'p.person_id', 'd.person_id')
  .leftJoin('countersignature as c', 'c.decision_id', 'd.decision_id')
  .leftJoin('person as s', 's.person_id', 'c.person_id')
  .leftJoin('agency as a', 'a.agency_id', 'd.refer_to')
  .select([
    'd.decision_id',
    'd.tip_id',
    'd.kind',
    'd.reasons',
    'd.note',
    'p.name as decided_by',
    'd.decided_at',
    'd.takes_effect_at',
    'd.undone_at',
    'd.person_id',
    'd.needs_countersign',
    'd.in_force',
    'c.verdict',
    'c.because as countersign_because',
    'c.at as countersign_at',
    's.name as countersign_by',
    'd.hold_until',
    'd.policy_id',
    'd.policy_version',
    'd.revision',
    'a.agency_id',
    'a.name',
    'a.kind as agency_kind',
    'a.area',
  ])

/** The decisions on a tip, newest first, undone ones included: they happened. */
export const tipDecisions = async (tx: Transaction, tipId: string): Promise<DecisionView[]> =>
  viewAll(tx, await tx.rows(decisionsQuery.where('d.tip_id', '=', tipId).orderBy('d.decision_id', 'desc')))

/** One decision of this agency, or undefined. */
export const readDecision = async (
  tx: Transaction,
  decisionId: string,
): Promise<DecisionView | undefined> => {
  const row = await tx.maybe(decisionsQuery.where('d.decision_id', '=', decisionId))
  return row && (await viewAll(tx, [row]))[0]
}

type Row = InferResult<typeof decisionsQuery>[number]

const viewAll = async (tx: Transaction, rows: Row[]): Promise<DecisionView[]> => {
  const tipIds = [...new Set(rows.map((row) => row.tip_id))]
  const news = tipIds.length === 0 ? [] : await readNews(tx, tipIds)
  const words = await ownWords(tx, rows)
  return rows.map((row) =>
    view(
      row,
      news.filter((each) => each.tip_id === row.tip_id && each.at > row.decided_at),
      words,
    ),
  )
}

/** The words of the reasons that the agency added, by code; retired ones included, since decisions keep them. */
const ownWords = async (tx: Transaction, rows: readonly Row[]): Promise<Map<string, string>> => {
  const ids = rows.flatMap(({ reasons }) =>
    reasons
      .filter((code) => code.startsWith(ownReasonPrefix))
      .map((code) => code.slice(ownReasonPrefix.length)),
  )
  if (ids.length === 0) return new Map()
  const found = await tx.rows(
    q.selectFrom('agency_reason').where('reason_id', 'in', ids).select(['reason_id', 'words']),
  )
  return new Map(found.map((row) => [`${ownReasonPrefix}${row.reason_id}`, row.words]))
}

const view = (row: Row, news: News[], words: ReadonlyMap<string, string>): DecisionView => ({
  decisionId: row.decision_id,
  kind: row.kind,
  reasons: row.reasons,
  note: row.note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at.toISOString(),
  takesEffectAt: row.takes_effect_at?.toISOString() ?? null,
  countersign: row.needs_countersign
    ? {
        state: row.verdict ?? 'waiting',
        by: row.countersign_by,
        at: row.countersign_at?.toISOString() ?? null,
        because: row.countersign_because ?? '',
      }
    : null,
  decidedById: row.person_id,
  ownReasons: Object.fromEntries(
    row.reasons.flatMap((code) => {
      const found = words.get(code)
      return found === undefined ? [] : [[code, found]]
    }),
  ),
  inForce: row.in_force,
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
  madeBefore: newsInWords(news),
})
