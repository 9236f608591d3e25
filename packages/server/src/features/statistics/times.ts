import { type TimeMeasure, timeMeasures } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Period } from '../outcomes/index.ts'

type Line = { measure: string; n: number; not_yet: number; median: number | null; p90: number | null }

/**
 * Each measure is the hours between two recorded moments of the tips of the period. First readings are taken from the
 * ledger, since that is where they are kept for the agency as a whole.
 */
const text = `with mine as (
    select t.tip_id, t.report_id, t.available_at, t.state, r.closed_at from tip t join report r using (report_id)
    where t.withdrawn_at is null and t.available_at <= now() and t.available_at >= $1 and t.available_at < $2 and t.agency_id = $3),
  first_read as (
    select mine.tip_id, min(e.at) as at from mine join ledger_entry e
      on e.object_kind = 'tip' and e.object_id = mine.tip_id::text and e.action = 'tip.read' and e.acting_for = $3 group by 1),
  first_decision as (
    select mine.tip_id, min(d.decided_at) as at from mine join decision d using (tip_id)
    where d.undone_at is null and d.takes_effect_at <= $4 group by 1),
  pursued as (
    select mine.tip_id, min(d.decided_at) as at from mine join decision d using (tip_id)
    where d.undone_at is null and d.kind = 'pursue' and d.takes_effect_at <= $4 group by 1),
  first_outcome as (
    select mine.tip_id, min(o.at) as at from mine join outcome o using (tip_id)
    where o.withdrawn_at is null and o.agency_id = $3 group by 1),
  spans as (
    select 'received to available' as measure, mine.available_at - mine.closed_at as span from mine where mine.closed_at <= mine.available_at
    union all select 'available to first read', f.at - mine.available_at from mine left join first_read f using (tip_id)
    union all select 'available to first decision', f.at - mine.available_at from mine left join first_decision f using (tip_id)
    union all select 'pursued to outcome', o.at - p.at from pursued p left join first_outcome o on o.tip_id = p.tip_id and o.at >= p.at
    union all select 'open and waiting now', $4::timestamptz - mine.available_at from mine where mine.state = 'open')
  select measure, count(span)::int as n, count(*) filter (where span is null)::int as not_yet,
    percentile_cont(0.5) within group (order by extract(epoch from span)) / 3600 as median,
    percentile_cont(0.9) within group (order by extract(epoch from span)) / 3600 as p90
  from spans group by measure`

/** The five times of the tips of the period. What has not ended is counted apart and is in no median. */
export const readTimes = async (
  tx: Transaction,
  { from, to }: Period,
  agencyId: string,
  now: Date,
): Promise<TimeMeasure[]> => {
  const lines = await tx.prepared<Line>('statistics-times', text, [from, to, agencyId, now])
  return timeMeasures.map((measure) => {
    const line = lines.find((each) => each.measure === measure)
    return {
      measure,
      n: line?.n ?? 0,
      notYet: line?.not_yet ?? 0,
      medianHours: line?.median ?? null,
      p90Hours: line?.p90 ?? null,
    }
  })
}

const handedText = `select count(*)::int as n, 0 as not_yet,
    percentile_cont(0.5) within group (order by extract(epoch from t.available_at - r.closed_at)) / 3600 as median,
    percentile_cont(0.9) within group (order by extract(epoch from t.available_at - r.closed_at)) / 3600 as p90
  from tip t join report r using (report_id)
  where t.withdrawn_at is null and t.available_at <= now() and r.closed_at <= t.available_at
    and t.available_at >= $1 and t.available_at < $2`

/** At the clearinghouse there is one time that is its own. */
export const readHandedTime = async (tx: Transaction, { from, to }: Period): Promise<TimeMeasure[]> => {
  const [line] = await tx.prepared<Omit<Line, 'measure'>>('statistics-handed', handedText, [from, to])
  return [
    {
      measure: 'received to available',
      n: line?.n ?? 0,
      notYet: 0,
      medianHours: line?.median ?? null,
      p90Hours: line?.p90 ?? null,
    },
  ]
}
