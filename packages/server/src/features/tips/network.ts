import { type Network, networkReportsMax } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { readJoins } from '../links/index.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from './load.ts'

/** Links away from the report at most: further ones have little to do with it. */
const stepsMax = 6

/**
 * The reports connected with a tip's by links that join, step by step from it. Only links of which the agency may see both
 * ends lead on, so that nothing is told of reports it does not have.
 * @throws Problem not-found
 */
export const readNetwork = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  now: Date,
): Promise<Network> => {
  const tip = await loadOwnTip(tx, session, tipId)
  await record(tx, now, { action: 'tip.network-read', object: { kind: 'tip', id: tipId } })
  const steps = new Map([[tip.report_id, 0]])
  const links = new Map<string, Network['links'][number]>()
  let frontier = [tip.report_id]
  for (let step = 1; step <= stepsMax && frontier.length > 0 && steps.size < networkReportsMax; step += 1) {
    const next = new Set<string>()
    for (const join of await readJoins(tx, session.actor.agencyId, frontier)) {
      const { low, high, because, link_id, confirmed } = join
      links.set(`${low} ${high} ${link_id}`, { between: [low, high], because, linkId: link_id, confirmed })
      for (const end of [low, high]) if (!steps.has(end)) next.add(end)
    }
    frontier = [...next].toSorted().slice(0, networkReportsMax - steps.size)
    for (const report of frontier) steps.set(report, step)
  }
  const shown = [...links.values()].filter((link) => link.between.every((end) => steps.has(end)))
  return {
    reports: await withTips(tx, session, steps),
    links: shown,
    // Whatever leads out of what is shown: a link of which an end is missing, or reports at the last step not looked at.
    whole: shown.length === links.size && frontier.length === 0,
  }
}

const withTips = async (
  tx: Transaction,
  session: Session,
  steps: ReadonlyMap<string, number>,
): Promise<Network['reports']> => {
  const tips = await tx.rows(
    q
      .selectFrom('tip')
      .where('report_id', 'in', [...steps.keys()])
      .where('agency_id', '=', session.actor.agencyId)
      .where('withdrawn_at', 'is', null)
      .select(['report_id', 'tip_id']),
  )
  const tipOf = new Map(tips.map((row) => [row.report_id, row.tip_id]))
  return [...steps].map(([reportId, step]) => ({ reportId, tipId: tipOf.get(reportId) ?? null, steps: step }))
}
