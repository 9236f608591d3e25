import type { Route } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Happening } from '../ledger/index.ts'
import type { RankedTip } from './judge-tips.ts'

export type TipToKeep = RankedTip & { via: 'routing' | 'import'; route: Route }

const columns = `report_id, agency_id, via, route, available_at, revision, policy_id, policy_version, label, lane, band,
  band_rank, risk_low, risk_high, order_end, act_low, act_high, next_clock_at, next_clock_name, summary, signal_values, signal_key,
  assessment_id`

/** Inserts the tips that are new; one that another transaction made meanwhile stays as it is and is ranked by that. */
const insert = `
  insert into tip (${columns})
  select (t->>'reportId')::bigint, t->>'agencyId', t->>'via', t->'route', $2, (t->'rank'->>'revision')::int,
    t->'rank'->>'policyId', (t->'rank'->>'policyVersion')::int, t->'rank'->>'label', t->'rank'->>'lane', t->'rank'->>'band',
    (t->'rank'->>'bandRank')::int, (t->'rank'->>'riskLow')::real, (t->'rank'->>'riskHigh')::real, t->'rank'->>'orderEnd',
    (t->'rank'->>'actLow')::real, (t->'rank'->>'actHigh')::real, (t->'rank'->>'nextClockAt')::timestamptz,
    t->'rank'->>'nextClockName', t->'rank'->'summary', decode(t->'rank'->>'signalValues', 'hex'), t->'rank'->>'signalKey',
    (t->'rank'->>'assessmentId')::bigint
  from jsonb_array_elements($1::jsonb) as given (t)
  on conflict (report_id, agency_id) do nothing
  returning tip_id, report_id, agency_id, revision`

type Kept = { tip_id: string; report_id: string; agency_id: string; revision: number }

/** Makes the tips, and gives what the ledger is to be told. What an agency has is not touched. */
export const keepTips = async (tx: Transaction, tips: TipToKeep[], now: Date): Promise<Happening[]> => {
  if (tips.length === 0) return []
  const kept = await tx.prepared<Kept>('tips-keep', insert, [JSON.stringify(tips), now])
  return kept.map((tip) => ({
    action: 'tip.made-available',
    object: { kind: 'tip', id: tip.tip_id },
    details: { report: tip.report_id, agency: tip.agency_id, revision: tip.revision },
  }))
}
