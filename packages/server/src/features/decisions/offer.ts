import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { orConflict } from '../../http/or-conflict.ts'

type Offer = {
  tipId: string
  decisionId: string
  to: string
  reasons: readonly string[]
  tellThem: string
  showsAt: Date
  now: Date
}

/** Offers a tip to another agency; it shows there from `showsAt` on. The own agency owns it until they accept. @throws Problem conflict */
export const offer = async (tx: Transaction, session: Session, wish: Offer): Promise<void> => {
  const route = {
    agency: wish.to,
    because: `Referred by ${session.membership.agency.name}.`,
    confidence: 'high',
    missing: [],
  }
  await orConflict(
    tx.prepared('offer-tip', 'select offer_tip($1, $2, $3, $4, $5, $6, $7)', [
      wish.tipId,
      wish.to,
      wish.showsAt,
      JSON.stringify(route),
      wish.decisionId,
      wish.reasons,
      wish.tellThem,
    ]),
  )
  await record(tx, wish.now, {
    action: 'tip.referral-offered',
    object: { kind: 'tip', id: wish.tipId },
    details: { decision: wish.decisionId, to: wish.to },
  })
}
