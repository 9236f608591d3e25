import type { AnswerOf, QueryOf } from '@opentipline/contract'
import { readWhose } from './assign.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { countQueue } from './count-queue.ts'
import { signalPosition } from './filters.ts'
import { type KeptColumns, readSeen } from './keep-columns.ts'
import { shownTips } from './row.ts'
import { matches } from './search.ts'

/** Days over which the agency's pace is counted. */
const paceDays = 28

/**
 * The counts of the agency's tips by every facet. Each is counted as if its own filter were not set.
 * @throws Problem bad-request where the signal that is filtered by is none of this version
 */
export const readQueueFacets = async (
  tx: Transaction,
  session: Session,
  query: QueryOf<'readQueueFacets'>,
  kept: KeptColumns,
): Promise<AnswerOf<'readQueueFacets'>> => {
  const { search, ...filter } = query
  const input = {
    filter,
    signalAt: filter.signal === undefined ? undefined : signalPosition(filter.signal),
    seen: await readSeen(tx, session),
    whose: await readWhose(tx, session),
    within: search === undefined ? undefined : await found(tx, session, search),
  }
  const { columns, at } = await kept.read(tx, session)
  return { ...countQueue(columns, { ...input, at }), decidedByDay: await decidedByDay(tx, session) }
}

/** The tips that a search finds, whatever else narrows the queue. */
const found = async (tx: Transaction, session: Session, search: string): Promise<Set<number>> => {
  const rows = await tx.rows(
    shownTips(session.actor.agencyId, session.personId).where(matches(search)).select('tip.tip_id'),
  )
  return new Set(rows.map(({ tip_id }) => Number(tip_id)))
}

/** Undone decisions are none; a decision on each tip of a bundle is one each. */
const decidedByDay = async (
  tx: Transaction,
  session: Session,
): Promise<AnswerOf<'readQueueFacets'>['decidedByDay']> => {
  const rows = await tx.prepared<{ day: string; decisions: number }>(
    'queue-pace',
    `select to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as decisions from decision
     where agency_id = $1 and undone_at is null and decided_at > now() - make_interval(days => $2) group by 1 order by 1`,
    [session.actor.agencyId, paceDays],
  )
  return rows
}
