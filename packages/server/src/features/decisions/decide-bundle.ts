import type { DecisionRequest, DecisionView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadBundle } from '../tips/index.ts'
import { type Books, decide } from './decide.ts'

/**
 * Decides on each listed member of a bundle, all or none. Nothing is covered that is not listed (invariant 4), nor what has
 * an aggravating or locating signal, as it reads at this moment: such a tip is decided by itself.
 * @throws Problem not-found, conflict naming the tips that are not covered, bad-request
 */
export const decideBundle = async (
  tx: Transaction,
  session: Session,
  books: Books,
  bundleId: string,
  { tipIds, ...wish }: DecisionRequest & { tipIds: string[] },
  now: Date,
): Promise<{ decisions: DecisionView[] }> => {
  const listed = tipIds.toSorted()
  // Locked before the bundle is read: what is found then stays so until the decisions are made.
  await tx.prepared(
    'bundle-lock',
    'select from tip where tip_id::text = any($1::text[]) and agency_id = $2 order by tip_id for update',
    [listed, session.actor.agencyId],
  )
  const bundle = await loadBundle(tx, bundleId)
  const apart = new Set(bundle.apart.map(({ tipId }) => tipId))
  refuse(
    listed.filter((tipId) => !bundle.tipIds.includes(tipId)),
    'is no undecided member of this bundle',
  )
  refuse(
    listed.filter((tipId) => apart.has(tipId)),
    'has a sign of its own and is decided by itself',
  )
  const decisions: DecisionView[] = []
  for (const tipId of listed) decisions.push(await decide(tx, session, books, tipId, wish, now))
  await record(tx, now, {
    action: 'bundle.decided',
    object: { kind: 'bundle', id: bundleId },
    details: { kind: wish.kind, tips: listed.join(',') },
  })
  return { decisions }
}

const refuse = (tipIds: readonly string[], why: string): void => {
  if (tipIds.length > 0)
    throw new Problem(
      'conflict',
      'Nothing was decided: the bundle is not what was listed.',
      tipIds.map((tipId) => ({ path: '/body/tipIds', message: `Tip ${tipId} ${why}.` })),
    )
}
