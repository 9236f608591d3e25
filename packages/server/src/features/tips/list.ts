import { type AnswerOf, queueLanes, queuePageRowsMax, type QueryOf } from '@opentipline/contract'
import { sql, type SqlBool } from 'kysely'
import type { Session } from '../../http/session.ts'
import type { Transaction } from '../../db/transaction.ts'
import { cursorAfter, noClock, readCursor } from './cursor.ts'
import { inLane, laneSql } from './lane.ts'
import { matches } from './search.ts'
import { queueRow, rowColumns, shownLane, shownTips, type TipRow } from './row.ts'

const pageRowsDefault = 50

/** A page of the agency's queue, in the order of its policy: band, risk from the low end, risk from the high end, next clock. */
export const listTips = async (
  tx: Transaction,
  session: Session,
  query: QueryOf<'listTips'>,
  policy: AnswerOf<'listTips'>['policy'],
): Promise<AnswerOf<'listTips'>> => {
  const limit = Math.min(query.limit ?? pageRowsDefault, queuePageRowsMax)
  const rows: TipRow[] = await tx.rows(pageQuery(session, query).limit(limit + 1))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(queueRow),
    ...(rows.length > limit && last ? { next: cursorAfter(last) } : {}),
    counts: await countLanes(tx, session),
    policy,
  }
}

const clockOrNever = sql<Date>`coalesce(tip.next_clock_at, 'infinity'::timestamptz)`

const pageQuery = (session: Session, query: QueryOf<'listTips'>) => {
  let page = shownTips(session.actor.agencyId, session.personId).select([...rowColumns, shownLane])
  if (query.lane) page = page.where(inLane(query.lane))
  if (query.band) page = page.where('tip.band', '=', query.band)
  if (query.provider) page = page.where(sql<SqlBool>`tip.summary->>'provider' = ${query.provider}`)
  if (query.search) page = page.where(matches(query.search))
  if (query.after) {
    const after = readCursor(query.after)
    page = page.where(
      sql<SqlBool>`(tip.band_rank, -tip.risk_low, -tip.risk_high, ${clockOrNever}, tip.tip_id) >
        (${after.bandRank}::int, ${-after.riskLow}::real, ${-after.riskHigh}::real, ${after.clockAt}::timestamptz, ${after.tipId}::bigint)`,
    )
  }
  return page
    .orderBy('tip.band_rank')
    .orderBy(sql`-tip.risk_low`)
    .orderBy(sql`-tip.risk_high`)
    .orderBy(sql`coalesce(tip.next_clock_at, ${sql.lit(noClock)}::timestamptz)`)
    .orderBy('tip.tip_id')
}

const countLanes = async (tx: Transaction, session: Session): Promise<Record<string, number>> => {
  const rows = await tx.rows(
    shownTips(session.actor.agencyId, session.personId)
      .select([laneSql.as('lane'), sql<string>`count(*)`.as('tips')])
      .groupBy(laneSql),
  )
  const counts: Record<string, number> = Object.fromEntries(queueLanes.map((lane) => [lane, 0]))
  for (const row of rows) counts[row.lane] = Number(row.tips)
  return counts
}
