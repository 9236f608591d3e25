import { type SamplePool, samplePoolMax, type SamplingRule } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'

export type Member = { tip_id: string; decision_id: string | null; revision: number; band: string }

/** Of the acting agency: shown, its own, and never drawn before. `$1` agency, `$2` now, `$3` days. */
const eligible = `t.agency_id = $1 and t.withdrawn_at is null and t.available_at <= $2
  and not exists (select from sample_item i where i.tip_id = t.tip_id)
  and not exists (select from referral_chain c where c.chain_id = t.chain_id and c.owner_tip <> t.tip_id)`

const declined = `
  select t.tip_id, d.decision_id, t.revision, t.band from tip t
    join lateral (select d.decision_id, d.kind, d.decided_at, d.takes_effect_at from decision d
      where d.tip_id = t.tip_id and d.undone_at is null order by d.decision_id desc limit 1) d on true
  where ${eligible} and t.state = 'declined' and d.kind = 'decline' and d.takes_effect_at <= $2
    and d.decided_at <= $2::timestamptz - make_interval(days => $3)
  order by t.tip_id limit ${samplePoolMax + 1}`

const undecided = `
  select t.tip_id, null::bigint as decision_id, t.revision, t.band from tip t
  where ${eligible} and (t.state = 'open' or (t.state = 'held' and t.held_until <= $2))
    and t.available_at <= $2::timestamptz - make_interval(days => $3) and t.lane = any($4) and t.band_rank >= $5
  order by t.tip_id limit ${samplePoolMax + 1}`

/** The pools that a draw is made from now. @throws Problem too-large above `samplePoolMax` */
export const readPools = async (
  tx: Transaction,
  agencyId: string,
  rule: SamplingRule,
  now: Date,
): Promise<Record<SamplePool, Member[]>> => {
  const base = [agencyId, now, rule.olderThanDays]
  const lanes = rule.from.filter((each) => each !== 'declined')
  const pools = {
    declined: rule.from.includes('declined')
      ? await tx.prepared<Member>('sample-declined', declined, base)
      : [],
    undecided:
      lanes.length > 0
        ? await tx.prepared<Member>('sample-undecided', undecided, [...base, lanes, rule.topBandsLeftOut])
        : [],
  }
  for (const pool of Object.values(pools))
    if (pool.length > samplePoolMax)
      throw new Problem(
        'too-large',
        `A pool holds ${samplePoolMax} tips at most. Draw from fewer lanes, or from older tips.`,
      )
  return pools
}
