import { type AnswerOf, queuePageRowsMax, type QueryOf } from '@opentipline/contract'
import { sql, type SqlBool } from 'kysely'
import type { Session } from '../../http/session.ts'
import type { Transaction } from '../../db/transaction.ts'
import { cursorAfter, readCursor } from './cursor.ts'
import { countLanesOf } from './count-queue.ts'
import { conditionsOf } from './filters.ts'
import type { KeptColumns } from './keep-columns.ts'
import { clockOrNever } from './lane.ts'
import { readMarks } from './marks.ts'
import { matches } from './search.ts'
import { clockPlace, queueRow, rowColumns, shownLane, shownTips, type RankedRow } from './row.ts'

const pageRowsDefault = 50

/** A page of the agency's queue, in the order of its policy: band, risk from the end that the policy names, risk from the other, next clock. */
export const listTips = async (
  tx: Transaction,
  session: Session,
  query: QueryOf<'listTips'>,
  policy: AnswerOf<'listTips'>['policy'],
  kept: KeptColumns,
): Promise<AnswerOf<'listTips'>> => {
  const limit = Math.min(query.limit ?? pageRowsDefault, queuePageRowsMax)
  const rows: RankedRow[] = await tx.rows(pageQuery(session, query).limit(limit + 1))
  const page = rows.slice(0, limit)
  const queue = await kept.read(tx, session)
  const last = page.at(-1)
  const marks = await readMarks(
    tx,
    session,
    page.map((row) => row.tip_id),
    new Date(),
  )
  return {
    rows: page.map((row) => queueRow(row, marks.get(row.tip_id))),
    ...(rows.length > limit && last ? { next: cursorAfter(last) } : {}),
    counts: countLanesOf(queue.columns, queue.at),
    policy,
  }
}

/** The tips that a filter lets through, in the order of the queue. */
export const pageQuery = (session: Session, query: QueryOf<'listTips'>) => {
  let page = shownTips(session.actor.agencyId, session.personId).select([
    ...rowColumns,
    shownLane,
    clockPlace,
  ])
  for (const { holds } of conditionsOf(query)) page = page.where(holds)
  if (query.search) page = page.where(matches(query.search))
  if (query.after) {
    const after = readCursor(query.after)
    page = page.where(
      sql<SqlBool>`(tip.band_rank, -tip.order_first, -tip.order_second, ${clockOrNever}, tip.tip_id) >
        (${after.bandRank}::int, ${-after.first}::real, ${-after.second}::real, ${after.clockAt}::timestamptz, ${after.tipId}::bigint)`,
    )
  }
  return page
    .orderBy('tip.band_rank')
    .orderBy(sql`-tip.order_first`)
    .orderBy(sql`-tip.order_second`)
    .orderBy(clockOrNever)
    .orderBy('tip.tip_id')
}
