import type { Signal } from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'
import { signalKey } from '../../db/signal-values.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Happening } from '../ledger/index.ts'
import type { RankedTip } from './judge-tips.ts'

/** The columns that a rank sets, from a rank as JSON. The next clock is not among them: the clocks are kept apart and point to it. */
export const rankAssignments = (rank: string): string => `
    revision = (${rank}->>'revision')::int, policy_id = ${rank}->>'policyId', policy_version = (${rank}->>'policyVersion')::int,
    label = ${rank}->>'label', lane = ${rank}->>'lane', band = ${rank}->>'band', band_rank = (${rank}->>'bandRank')::int,
    risk_low = (${rank}->>'riskLow')::real, risk_high = (${rank}->>'riskHigh')::real, order_end = ${rank}->>'orderEnd',
    act_low = (${rank}->>'actLow')::real, act_high = (${rank}->>'actHigh')::real,
    summary = ${rank}->'summary', signal_values = decode(${rank}->>'signalValues', 'hex'),
    signal_key = ${rank}->>'signalKey', assessment_id = (${rank}->>'assessmentId')::bigint`

const lock = `
  select tip_id, tip.report_id, tip.agency_id, revision, signal_values, signal_key from tip
  join unnest($1::bigint[], $2::text[]) as wanted (report_id, agency_id) using (report_id, agency_id)
  order by tip_id for update of tip`

const update = `
  update tip set amended_at = case when given.is_news then $2::timestamptz else tip.amended_at end, ${rankAssignments('given.rank')}
  from (select (each->>'tipId')::bigint as tip_id, (each->>'isNews')::boolean as is_news, each->'rank' as rank
    from jsonb_array_elements($1::jsonb) as listed (each)) given
  where tip.tip_id = given.tip_id`

/** A rank that is being made under a policy about to be active was made without what is known now: it is made again. */
const remakeRanking = 'update ranking set rank = null where tip_id = any($1::bigint[])'

const insertNews = `
  insert into tip_news (tip_id, agency_id, signal, before, after, at)
  select tip_id, agency_id, signal, before, after, $6
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (tip_id, agency_id, signal, before, after)`

type Before = {
  tip_id: string
  report_id: string
  agency_id: string
  revision: number
  signal_values: Buffer | null
  signal_key: string | null
}
type News = { signal: string; before: Signal['value']; after: Signal['value'] }

/** Signals that change with the calendar alone: nothing has become known by them. */
const timed = new Set(['provider hold ends soon'])

/**
 * Moves tips that are there to their new rank. Signals that read otherwise than before are noted as news, which decisions
 * made before are shown; what was decided is not touched. Gives what the ledger is to be told.
 */
export const reRank = async (
  tx: Transaction,
  tips: readonly RankedTip[],
  now: Date,
): Promise<Happening[]> => {
  if (tips.length === 0) return []
  const before = await tx.prepared<Before>('tips-lock', lock, [
    tips.map((tip) => tip.reportId),
    tips.map((tip) => tip.agencyId),
  ])
  const moves = before.flatMap((old) => {
    const tip = tips.find((each) => each.reportId === old.report_id && each.agencyId === old.agency_id)
    if (!tip) return []
    const news = newsOf(old, tip.rank.signalValues)
    return [{ old, rank: tip.rank, news, isNews: news.length > 0 || old.revision < tip.rank.revision }]
  })
  const listed = moves.map(({ old, rank, isNews }) => ({ tipId: old.tip_id, rank, isNews }))
  await tx.prepared('tips-move', update, [JSON.stringify(listed), now])
  await tx.prepared('ranking-remake', remakeRanking, [moves.map(({ old }) => old.tip_id)])
  const news = moves.flatMap(({ old, news: all }) => all.map((each) => ({ ...each, ...old })))
  await tx.prepared('tips-news', insertNews, [
    news.map((each) => each.tip_id),
    news.map((each) => each.agency_id),
    news.map((each) => each.signal),
    news.map((each) => each.before),
    news.map((each) => each.after),
    now,
  ])
  return moves
    .filter(({ isNews }) => isNews)
    .map(({ old, rank, news: all }) => ({
      action: 'tip.amended',
      object: { kind: 'tip', id: old.tip_id },
      details: {
        report: old.report_id,
        agency: old.agency_id,
        revision: rank.revision,
        signals: all.map((each) => each.signal).join(', '),
      },
    }))
}

const words = ['false', 'unknown', 'true'] as const

/** What reads otherwise now. Values of another registry cannot be compared by position: nothing is said then. */
const newsOf = (old: Before, valuesHex: string): News[] => {
  const { signal_values: was } = old
  if (!was || old.signal_key !== signalKey) return []
  const is = Buffer.from(valuesHex, 'hex')
  return signalRegistry.flatMap(({ name }, index): News[] => {
    const before = words[was[index] ?? 1]
    const after = words[is[index] ?? 1]
    if (before === undefined || after === undefined || before === after || timed.has(name)) return []
    return [{ signal: name, before, after }]
  })
}
