import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

/**
 * Refuses the tip's own page, its judgement and its comparison to whoever re-reads it for a sample at the moment: what was
 * decided and where it stands would colour what they find. It opens again when they have recorded it, or given it back.
 * @throws Problem conflict
 */
export const refuseWhileBlind = async (tx: Transaction, session: Session, tipId: string): Promise<void> => {
  const rows = await tx.prepared(
    'tip-blind',
    'select 1 as one from sample_item where tip_id = $1 and reader_id = $2 and verdict is null',
    [tipId, session.personId],
  )
  if (rows.length > 0)
    throw new Problem(
      'conflict',
      'You are re-reading this tip for a sample. Record what you found, or give it back, under Sampling; then it opens here.',
    )
}
