import type { AnswerOf, ClearinghouseScorecard, OutcomeCounts, Scorecard } from '@opentipline/contract'
import { missingParts } from '@opentipline/contract'
import { usefulnessShown } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { Period } from './period.ts'

/** Reports of one provider that are read at most, the newest: enough for shares to be steady, little enough to read. */
const reportsReadMax = 5_000
/** Advice beyond this is not followed. */
const adviceShownMax = 5

type Part = Scorecard['parts'][number]['part']
type Row = {
  provider: string
  reports: number
  sampled: boolean
  parts: { part: string; state: 'present' | 'absent' | 'unknown' | 'not needed'; n: number }[]
  referral: number
  informational: number
  would_move: { signal: string; question: string; advice: string; n: number }[]
  available: number
  given: number
  useful: number
  partly_useful: number
  not_useful: number
  not_said: number
  hindered: { part: string; n: number }[]
}

/** A scorecard for each provider that the actor may see: the clearinghouse all, a provider its own. Numbers only. */
export const readProviderScorecards = async (tx: Transaction, { from, to }: Period): Promise<Scorecard[]> => {
  const rows = await tx.prepared<Row>('scorecards', 'select * from scorecards($1, $2, $3)', [
    from,
    to,
    reportsReadMax,
  ])
  return rows.map((row) => scorecardOf(row, { from, to }))
}

const scorecardOf = (row: Row, { from, to }: Period): Scorecard => {
  const count = (part: Part, state: Row['parts'][number]['state']): number =>
    row.parts.find((each) => each.part === part && each.state === state)?.n ?? 0
  return {
    provider: row.provider,
    from,
    to,
    reports: row.reports,
    sampled: row.sampled,
    parts: missingParts.map((part) => ({
      part,
      present: count(part, 'present'),
      absent: count(part, 'absent'),
      unknown: count(part, 'unknown'),
      notNeeded: count(part, 'not needed'),
    })),
    labels: { referral: row.referral, informational: row.informational },
    // Several questions may have one answer: it is said once, for the one that would move most.
    wouldMove: row.would_move
      .filter(({ advice }, index, all) => all.findIndex((each) => each.advice === advice) === index)
      .slice(0, adviceShownMax)
      .map(({ signal, question, advice, n }) => ({ signal, question, advice, reports: n })),
    outcomes: outcomesOf(row),
    hindered: missingParts.flatMap((part) => {
      const reports = row.hindered.find((each) => each.part === part)?.n ?? 0
      return reports > 0 && usefulnessShown(row.given) ? [{ part, reports }] : []
    }),
  }
}

type Told = Pick<Row, 'available' | 'given' | 'useful' | 'partly_useful' | 'not_useful' | 'not_said'>

const outcomesOf = (row: Told): OutcomeCounts => ({
  available: row.available,
  given: row.given,
  noneGiven: Math.max(0, row.available - row.given),
  usefulness: usefulnessShown(row.given)
    ? {
        useful: row.useful,
        partlyUseful: row.partly_useful,
        notUseful: row.not_useful,
        notSaid: row.not_said,
      }
    : null,
})

const ownText = `with finished as (
    select report_id, closed_at from report
    where environment = 'live' and state = 'finished' and provider_id is not null and closed_at >= $1 and closed_at < $2),
  handed as (
    select f.report_id, min(f.closed_at) as finished_at, min(t.available_at) as available_at, bool_or(t.rerouted_at is not null) as rerouted
    from finished f join tip t using (report_id) where t.withdrawn_at is null group by 1),
  told as (
    select distinct on (o.tip_id) o.report_id, o.usefulness from handed h join outcome o using (report_id)
    where o.withdrawn_at is null and o.audience = 'clearinghouse' order by o.tip_id, o.outcome_id desc)
  select (select count(*)::int from finished) as finished, count(*)::int as available,
    count(*) filter (where rerouted)::int as rerouted,
    (select count(*)::int from unrouted where resolved_at is null) as unrouted,
    percentile_cont(0.5) within group (order by extract(epoch from available_at - finished_at)) / 60 as median,
    percentile_cont(0.9) within group (order by extract(epoch from available_at - finished_at)) / 60 as p90,
    (select count(distinct report_id)::int from told) as given,
    (select count(*)::int from told where usefulness = 'useful') as useful,
    (select count(*)::int from told where usefulness = 'partly useful') as partly_useful,
    (select count(*)::int from told where usefulness = 'not useful') as not_useful,
    (select count(*)::int from told where usefulness = 'not said') as not_said
  from handed`

type OwnRow = Told & {
  finished: number
  rerouted: number
  unrouted: number
  median: number | null
  p90: number | null
}

const readOwnScorecard = async (tx: Transaction, { from, to }: Period): Promise<ClearinghouseScorecard> => {
  const [row] = await tx.prepared<OwnRow>('clearinghouse-scorecard', ownText, [from, to])
  if (!row) throw new Error('counting gave no row')
  return {
    from,
    to,
    finished: row.finished,
    routed: row.available,
    unroutedNow: row.unrouted,
    rerouted: row.rerouted,
    minutesToAvailable:
      row.median === null || row.p90 === null ? null : { median: Number(row.median), p90: Number(row.p90) },
    outcomes: outcomesOf(row),
  }
}

/** The clearinghouse's own scorecard and every provider's. The reading is in the ledger. */
export const readScorecards = async (
  tx: Transaction,
  session: Session,
  period: Period,
  now: Date,
): Promise<AnswerOf<'readScorecards'>> => {
  const clearinghouse = await readOwnScorecard(tx, period)
  const providers = await readProviderScorecards(tx, period)
  await record(tx, now, {
    action: 'scorecards.read',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { from: period.from, to: period.to },
  })
  return { clearinghouse, providers }
}
