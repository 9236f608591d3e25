import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { refuseWhileBlind } from './blind.ts'

/**
 * Locks one of the acting agency's tips for a change.
 * @throws Problem not-found when it is not theirs or does not show, conflict while this person re-reads it for a sample
 */
export const loadOwnTip = async (tx: Transaction, session: Session, tipId: string) => {
  const tip = /^\d{1,18}$/.test(tipId)
    ? await tx.maybe(
        q
          .selectFrom('tip')
          .where('tip_id', '=', tipId)
          .where('agency_id', '=', session.actor.agencyId)
          .where('withdrawn_at', 'is', null)
          .selectAll()
          .forUpdate(),
      )
    : undefined
  if (!tip || tip.available_at > new Date())
    throw new Problem('not-found', 'There is no such tip in your queue.')
  await refuseWhileBlind(tx, session, tipId)
  return tip
}
