import { outcomeCodes, type StatisticsView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Period } from '../outcomes/index.ts'

type Line = { list: string; what: string; n: number }

/** Of the agency's tips of the period: the decision that stands on each, and the outcome that stands. */
const text = `with mine as (
    select tip_id, state from tip where withdrawn_at is null and available_at <= now()
      and available_at >= $1 and available_at < $2 and agency_id = $3),
  standing as (
    select distinct on (d.tip_id) d.tip_id, d.kind, d.reasons from mine join decision d using (tip_id)
    where d.undone_at is null and d.takes_effect_at <= $4 and mine.state <> 'open'
    order by d.tip_id, d.decision_id desc),
  told as (
    select distinct on (o.tip_id) o.tip_id, o.results from mine join outcome o using (tip_id)
    where o.withdrawn_at is null and o.agency_id = $3 order by o.tip_id, o.outcome_id desc),
  lines as (
    select 'kind' as list, kind as what, count(*)::int as n from standing group by 2
    union all select 'declined', reason, count(*)::int from standing cross join lateral unnest(reasons) reason where kind = 'decline' group by 2
    union all select 'undecided', '', count(*)::int from mine where not exists (select from standing s where s.tip_id = mine.tip_id)
    union all select 'given', '', count(*)::int from told
    union all select 'none given', '', count(*)::int from standing where not exists (select from told t where t.tip_id = standing.tip_id)
    union all select 'result', result, count(*)::int from told cross join lateral unnest(results) result group by 2)
  select * from lines order by list, n desc, what`

/** What the agency made of the tips of the period. */
export const readDecided = async (
  tx: Transaction,
  { from, to }: Period,
  agencyId: string,
  now: Date,
): Promise<NonNullable<StatisticsView['decided']>> => {
  const lines = await tx.prepared<Line>('statistics-decided', text, [from, to, agencyId, now])
  const of = (list: string) => lines.filter((line) => line.list === list)
  const single = (list: string): number => of(list)[0]?.n ?? 0
  const listed = (list: string) => of(list).map(({ what, n }) => ({ what, count: n }))
  return {
    decisions: listed('kind'),
    declinedBecause: listed('declined'),
    undecided: single('undecided'),
    outcomes: {
      given: single('given'),
      noneGiven: single('none given'),
      byResult: outcomeCodes.flatMap((result) => {
        const count = of('result').find((line) => line.what === result)?.n ?? 0
        return count > 0 ? [{ result, count }] : []
      }),
    },
  }
}
