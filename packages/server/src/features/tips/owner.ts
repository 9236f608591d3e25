import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'

type OwnTip = { tip_id: string; state: string; chain_id: string | null }

/**
 * Refuses a decision on a tip that is another agency's. A tip that was never offered to anybody is its own agency's.
 * @throws Problem conflict with what to do
 */
export const refuseUnlessOwner = async (tx: Transaction, tip: OwnTip): Promise<void> => {
  if (tip.chain_id === null) return
  const [chain] = await tx.prepared<{ owner_tip: string }>(
    'chain-owner',
    'select owner_tip from referral_chain where chain_id = $1',
    [tip.chain_id],
  )
  if (chain?.owner_tip === tip.tip_id) return
  throw new Problem(
    'conflict',
    tip.state === 'open'
      ? 'Another agency offers this tip and owns it until you accept. Accept it first, or return it.'
      : 'Another agency owns this tip now. It is yours again if they return it.',
  )
}
