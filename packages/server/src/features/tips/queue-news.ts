import type { AnswerOf, QueryOf } from '@opentipline/contract'
import { sql, type SqlBool } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { conditionsOf } from './filters.ts'
import { countLanesOf } from './count-queue.ts'
import type { KeptColumns } from './keep-columns.ts'
import { rankSql } from './rank-order.ts'
import { shownTips } from './row.ts'
import { matches } from './search.ts'

/** What came since a list was fetched: counts alone, so that nothing on a screen has to move. @throws Problem bad-request */
export const readQueueNews = async (
  tx: Transaction,
  session: Session,
  { since, above, ...filter }: QueryOf<'readQueueNews'>,
  kept: KeptColumns,
): Promise<AnswerOf<'readQueueNews'>> => {
  if (Number.isNaN(Date.parse(since)))
    throw new Problem('bad-request', 'Since when is a moment in ISO 8601.', [
      { path: '/query/since', message: 'is no moment' },
    ])
  let fresh = shownTips(session.actor.agencyId, session.personId)
    .where(sql<SqlBool>`greatest(tip.available_at, tip.amended_at) > ${since}::timestamptz`)
    .select([
      sql<number>`count(*)::int`.as('fresh'),
      sql<number>`count(*) filter (where (${rankSql('tip')}) < (select ${rankSql('mark')} from tip as mark
        where mark.tip_id = ${above ?? null}::bigint and mark.agency_id = ${session.actor.agencyId}))::int`.as(
        'above',
      ),
    ])
  for (const { holds } of conditionsOf(filter)) fresh = fresh.where(holds)
  if (filter.search) fresh = fresh.where(matches(filter.search))
  const found = await tx.one(fresh)
  const { columns, at } = await kept.read(tx, session)
  return { counts: countLanesOf(columns, at), fresh: found.fresh, above: found.above }
}
