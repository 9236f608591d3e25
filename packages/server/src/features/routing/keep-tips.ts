import type { Route, Signal } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Happening } from '../ledger/index.ts'
import type { Rank } from './rank.ts'

export type TipToKeep = {
  reportId: string
  agencyId: string
  via: 'routing' | 'import'
  route: Route
  rank: Rank
}

const columns = `report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane, band,
  band_rank, risk_low, risk_high, act_low, act_high, next_clock_at, next_clock_name, summary`

/**
 * Inserts new tips; an agency that has one already gets it re-ranked and, when the report has a new revision, marked as
 * amended. What the agency decided is not touched: there is no privilege to.
 */
const upsert = `
  insert into tip (${columns})
  select (t->>'reportId')::bigint, t->>'agencyId', t->>'via', t->'route', $2, (t->'rank'->>'revision')::int,
    t->'rank'->>'policyId', (t->'rank'->>'policyVersion')::int, t->'rank'->>'label', t->'rank'->>'lane', t->'rank'->>'band',
    (t->'rank'->>'bandRank')::int, (t->'rank'->>'riskLow')::real, (t->'rank'->>'riskHigh')::real,
    (t->'rank'->>'actLow')::real, (t->'rank'->>'actHigh')::real, (t->'rank'->>'nextClockAt')::timestamptz,
    t->'rank'->>'nextClockName', t->'rank'->'summary'
  from jsonb_array_elements($1::jsonb) as given (t)
  on conflict (report_id, agency_id) do update set
    amended_at = case when tip.revision < excluded.revision then $2 else tip.amended_at end,
    revision = excluded.revision, policy_id = excluded.policy_id, policy_version = excluded.policy_version,
    label = excluded.label, lane = excluded.lane, band = excluded.band, band_rank = excluded.band_rank,
    risk_low = excluded.risk_low, risk_high = excluded.risk_high, act_low = excluded.act_low, act_high = excluded.act_high,
    next_clock_at = excluded.next_clock_at, next_clock_name = excluded.next_clock_name, summary = excluded.summary
  returning tip_id, report_id, agency_id, revision, (xmax = 0) as is_new, (amended_at = $2) as is_amended`

type Kept = {
  tip_id: string
  report_id: string
  agency_id: string
  revision: number
  is_new: boolean
  is_amended: boolean | null
}

/** Makes the tips, and gives what the ledger is to be told. */
export const keepTips = async (tx: Transaction, tips: TipToKeep[], now: Date): Promise<Happening[]> => {
  if (tips.length === 0) return []
  const kept = await tx.prepared<Kept>('tips-keep', upsert, [JSON.stringify(tips), now])
  for (const tip of kept) if (tip.is_amended) await noteWhatIsNew(tx, tip)
  return kept.flatMap((tip): Happening[] => {
    if (!tip.is_new && !tip.is_amended) return []
    return [
      {
        action: tip.is_new ? 'tip.made-available' : 'tip.amended',
        object: { kind: 'tip', id: tip.tip_id },
        details: { report: tip.report_id, agency: tip.agency_id, revision: tip.revision },
      },
    ]
  })
}

/** What an earlier decision could not know: the signals that read otherwise in the new revision. */
const noteWhatIsNew = async (tx: Transaction, tip: Kept): Promise<void> => {
  const rows = await tx.prepared<{ revision: number; signals: Signal[] }>(
    'tips-signals',
    'select revision, signals from report_facts where report_id = $1 and revision <= $2 order by revision desc limit 2',
    [tip.report_id, tip.revision],
  )
  const [after, before] = rows
  if (!after || !before) return
  const known = new Map(before.signals.map((signal) => [signal.name, signal.value]))
  const news = after.signals
    .filter((signal) => known.get(signal.name) !== signal.value)
    .map((signal) => `${signal.name}: ${known.get(signal.name) ?? 'unknown'} → ${signal.value}`)
  await tx.prepared('tips-news', 'update tip set made_before = $2 where tip_id = $1', [
    tip.tip_id,
    JSON.stringify(news),
  ])
}
