import { previewTipsMax, type Signal, type TipComparison } from '@opentipline/contract'
import { assess, comparePolicies, type Policy, valuesOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { type PolicyBook, type PreviewTip, readPreviewTips, standAll } from '../policies/index.ts'
import { loadOwnTip } from './load.ts'
import { readStanding } from './standing.ts'

/** Reasons named of each policy. */
const reasonsShown = 3

export type Comparing = {
  tipId: string
  signals: Signal[]
  values: Uint8Array
  clockAt: number
  inForce: Policy
  policies: Policy[]
  others: PreviewTip[]
}

/** Reads what a comparison needs: the tip's signals as the agency sees them, and its open tips. @throws Problem not-found */
export const readComparing = async (
  tx: Transaction,
  session: Session,
  book: PolicyBook,
  tipId: string,
  now: Date,
): Promise<Comparing> => {
  const agencyId = session.actor.agencyId
  const tip = await loadOwnTip(tx, session, tipId)
  const standing = await readStanding(tx, tip)
  if (!standing)
    throw new Problem('conflict', 'This report has not been assessed yet. Try again in a moment.')
  const inForce = (await book.inForce(tx, [agencyId])).get(agencyId) ?? book.standard
  await record(tx, now, { action: 'tip.compared', object: { kind: 'tip', id: tipId } })
  return {
    tipId,
    signals: standing.signals,
    values: valuesOf(standing.signals),
    clockAt: tip.next_clock_at?.getTime() ?? Number.POSITIVE_INFINITY,
    inForce,
    policies: [...book.all, ...(book.all.includes(inForce) ? [] : [inForce])],
    others: (await readPreviewTips(tx, agencyId, previewTipsMax, 'open')).filter(
      (each) => each.tipId !== tipId,
    ),
  }
}

/** One tip under each policy, with its position among the open tips under that policy, and where policies disagree. */
export const compareTip = async (comparing: Comparing): Promise<TipComparison> => {
  const { policies, signals, others, tipId, values, clockAt, inForce } = comparing
  const { views, disagreements } = comparePolicies(policies, signals)
  const tips = [{ tipId, reportId: '', values, clockAt }, ...others]
  const told: TipComparison['views'] = []
  for (const [index, view] of views.entries()) {
    const policy = policies[index]
    if (!policy) continue
    const [own] = await standAll(policy, tips)
    told.push({
      ...view,
      inForce: policy === inForce,
      position: own?.position ?? 0,
      reasons: reasonsUnder(policy, signals),
    })
  }
  return { openTips: tips.length, views: told, disagreements }
}

const reasonsUnder = (policy: Policy, signals: Signal[]): string[] =>
  assess({ policy, signals })
    .why.filter((entry) => entry.score === 'risk')
    .toSorted((a, b) => Number(b.floor !== undefined) - Number(a.floor !== undefined) || b.points - a.points)
    .map((entry) => entry.says)
    .filter((says, index, all) => all.indexOf(says) === index)
    .slice(0, reasonsShown)
