import { type MissRates, type SamplePool, samplePools } from '@opentipline/contract'
import { missRate } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { samplingRule } from './rule.ts'

type Row = {
  pool: SamplePool
  drawn: number
  misses: number
  rightly_low: number
  cannot_tell: number
  not_yet_read: number
  overtaken: number
  seen_before: number
}

const countsSql = `
  select i.pool, count(*)::int as drawn, count(*) filter (where i.verdict = 'would have been pursued')::int as misses,
    count(*) filter (where i.verdict = 'rightly low')::int as rightly_low,
    count(*) filter (where i.verdict = 'cannot tell')::int as cannot_tell,
    count(*) filter (where i.verdict is null and t.revision = i.revision and t.withdrawn_at is null)::int as not_yet_read,
    count(*) filter (where i.verdict is null and not (t.revision = i.revision and t.withdrawn_at is null))::int as overtaken,
    count(*) filter (where i.verdict is not null and i.seen_before)::int as seen_before
  from sample_item i join tip t on t.tip_id = i.tip_id where i.agency_id = $1 group by i.pool`

const poolsSql = `select count(*)::int as draws, coalesce(sum(cardinality(declined_pool)), 0)::int as declined,
    coalesce(sum(cardinality(undecided_pool)), 0)::int as undecided from sample_draw where agency_id = $1`

/** By pool, over all draws: the counts, and the share of misses as an interval. */
export const readMissRates = async (tx: Transaction, session: Session): Promise<MissRates> => {
  const { agencyId } = session.actor
  const rows = await tx.prepared<Row>('sample-counts', countsSql, [agencyId])
  const [pools] = await tx.prepared<{ draws: number } & Record<SamplePool, number>>(
    'sample-pools',
    poolsSql,
    [agencyId],
  )
  const rule = await samplingRule(tx, agencyId)
  return {
    percent: rule.percent,
    draws: pools?.draws ?? 0,
    rates: samplePools.map((pool) => {
      const row = rows.find((each) => each.pool === pool)
      const told = {
        misses: row?.misses ?? 0,
        rightlyLow: row?.rightly_low ?? 0,
        cannotTell: row?.cannot_tell ?? 0,
      }
      const rate = missRate(told)
      return {
        pool,
        drawn: row?.drawn ?? 0,
        ...told,
        notYetRead: row?.not_yet_read ?? 0,
        overtaken: row?.overtaken ?? 0,
        seenBefore: row?.seen_before ?? 0,
        population: pools?.[pool] ?? 0,
        low: rate?.low ?? null,
        high: rate?.high ?? null,
      }
    }),
  }
}
