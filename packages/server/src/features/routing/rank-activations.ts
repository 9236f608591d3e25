import type { Actor } from '../../db/actor.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { PipelineServices } from '../../platform/services.ts'
import { record, recordAll } from '../ledger/index.ts'
import { judgeTips } from './judge-tips.ts'
import { lockPolicies } from './policy-switch.ts'
import { rankAssignments } from './re-rank.ts'

/** Tips judged in one transaction: reports on their way take turns with them. */
const batchTipsMax = 64
/** Tries for one tip. After these it keeps its rank, and the policy comes into force without it. */
const attemptsMax = 5

const actor: Actor = { role: 'tipline_pipeline', kind: 'pipeline', stage: 'rank' }

type Activation = { agency_id: string; policy_id: string; version: number; approved_by: string }
type Waiting = { tip_id: string; report_id: string; attempts: number }

/**
 * Goes on with activating agencies' policies: a batch of tips is ranked beside the ranks that stand, or, when all are
 * ranked, they take effect together. Idempotent, and any number may run. Gives the number of tips dealt with.
 */
export const rankActivations = async (services: PipelineServices): Promise<number> => {
  let claimed: Waiting[] = []
  try {
    return await services.database.transaction(actor, async (tx) => {
      const activation = await firstActivation(tx)
      if (!activation) return 0
      claimed = await claim(tx, activation)
      return claimed.length > 0
        ? await rankBatch(tx, services, activation, claimed)
        : await putInForce(tx, services, activation)
    })
  } catch (error) {
    if (claimed.length === 0) throw error
    services.log.warn(
      { tips: claimed.length },
      'tips could not be ranked under a new policy; each is tried alone',
    )
    await services.database.transaction(actor, (tx) =>
      tx.prepared(
        'ranking-failed',
        'update ranking set attempts = attempts + 1 where tip_id = any($1::bigint[])',
        [claimed.map((each) => each.tip_id)],
      ),
    )
    return claimed.length
  }
}

const firstActivation = async (tx: Transaction): Promise<Activation | undefined> => {
  const [row] = await tx.prepared<Activation>(
    'activation-first',
    `select agency_id, policy_id, version, approved_by from agency_policy where state = 'activating'
     order by approved_at limit 1`,
    [],
  )
  return row
}

const claimSql = (condition: string): string => `
  select r.tip_id, t.report_id, r.attempts from ranking r join tip t using (tip_id)
  where r.agency_id = $1 and r.rank is null and ${condition} order by r.tip_id limit $2 for update of r skip locked`

/** A batch that never failed; when none is left, one tip that did, alone. */
const claim = async (tx: Transaction, { agency_id }: Activation): Promise<Waiting[]> => {
  const fresh = await tx.prepared<Waiting>('ranking-claim', claimSql('r.attempts = 0'), [
    agency_id,
    batchTipsMax,
  ])
  if (fresh.length > 0) return fresh
  return tx.prepared<Waiting>('ranking-retry', claimSql(`r.attempts between 1 and ${attemptsMax - 1}`), [
    agency_id,
    1,
  ])
}

const rankBatch = async (
  tx: Transaction,
  services: PipelineServices,
  { agency_id, policy_id, version }: Activation,
  claimed: Waiting[],
): Promise<number> => {
  const policy = await services.policies.version(tx, agency_id, policy_id, version)
  if (!policy) throw new Error(`policy ${policy_id} ${version} is not there`)
  const wishes = claimed.map((each) => ({ reportId: each.report_id, agencyId: agency_id, policy }))
  const ranked = new Map((await judgeTips(tx, wishes, services.now())).map((tip) => [tip.reportId, tip.rank]))
  const made = claimed.map((each) => {
    const rank = ranked.get(each.report_id)
    if (!rank) throw new Error(`tip ${each.tip_id} has no facts to judge it by`)
    return { tipId: each.tip_id, rank }
  })
  await tx.prepared(
    'ranking-keep',
    `update ranking set rank = made->'rank' from jsonb_array_elements($1::jsonb) as given (made)
     where ranking.tip_id = (made->>'tipId')::bigint`,
    [JSON.stringify(made)],
  )
  return claimed.length
}

/** Tips that came since the policy was approved are ranked first; nobody makes more while this transaction lasts. */
const listNew = `
  insert into ranking (tip_id, agency_id, policy_id, policy_version)
  select tip_id, agency_id, $2, $3 from tip
  where agency_id = $1 and not exists (select 1 from ranking r where r.tip_id = tip.tip_id)
  returning tip_id`

const waiting = `select count(*)::int as tips from ranking where agency_id = $1 and rank is null and attempts < $2`

const takeEffect = `
  update tip set ${rankAssignments('ranking.rank')} from ranking
  where ranking.tip_id = tip.tip_id and ranking.agency_id = $1 and ranking.rank is not null`

/** A time of the agency may be for one band, and bands are the policy's. */
const remakeClocks = `
  insert into clock_work (tip_id, agency_id) select tip_id, agency_id from tip
  where agency_id = $1 and withdrawn_at is null and exists (select from agency_time t where t.agency_id = $1 and t.band is not null)
  on conflict (tip_id) do nothing`

const putInForce = async (
  tx: Transaction,
  services: PipelineServices,
  activation: Activation,
): Promise<number> => {
  const { agency_id, policy_id, version } = activation
  await lockPolicies(tx)
  const more = await tx.prepared('ranking-new', listNew, [agency_id, policy_id, version])
  const [left] = await tx.prepared<{ tips: number }>('ranking-waiting', waiting, [agency_id, attemptsMax])
  if (more.length > 0 || left?.tips !== 0) return more.length
  // Another process may have put it in force while this one waited for the lock.
  if ((await firstActivation(tx))?.policy_id !== policy_id) return 0
  await tx.prepared('ranking-effect', takeEffect, [agency_id])
  await tx.prepared('ranking-clocks', remakeClocks, [agency_id])
  const now = services.now()
  await endPrevious(tx, agency_id, now)
  await tx.prepared(
    'policy-activate',
    `update agency_policy set state = 'active', active_from = $4
     where agency_id = $1 and policy_id = $2 and version = $3 and state = 'activating'`,
    [agency_id, policy_id, version, now],
  )
  const done = await tx.prepared<{ tip_id: string; unranked: boolean }>(
    'ranking-done',
    'delete from ranking where agency_id = $1 returning tip_id, rank is null as unranked',
    [agency_id],
  )
  await record(tx, now, {
    action: 'policy.activated',
    object: { kind: 'policy', id: policy_id },
    details: { agency: agency_id, version, approvedBy: activation.approved_by, tips: done.length },
  })
  await recordAll(
    tx,
    now,
    done
      .filter((each) => each.unranked)
      .map((each) => ({
        action: 'tip.not-ranked',
        object: { kind: 'tip', id: each.tip_id },
        outcome: 'failed',
        details: { policy: policy_id, version },
      })),
  )
  return done.length
}

const endPrevious = async (tx: Transaction, agencyId: string, now: Date): Promise<void> => {
  await tx.prepared(
    'policy-end',
    `update agency_policy set state = 'past', active_until = $2 where agency_id = $1 and state = 'active'`,
    [agencyId, now],
  )
}
