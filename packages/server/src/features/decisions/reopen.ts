import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip, refuseUnlessOwner } from '../tips/index.ts'

/** Puts a decided or held tip back into the queue. What was decided stays on record. @throws Problem not-found, conflict */
export const reopenTip = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  note: string,
  now: Date,
): Promise<void> => {
  const tip = await loadOwnTip(tx, session, tipId)
  if (tip.state === 'open') throw new Problem('conflict', 'This tip is open already.')
  if (tip.state === 'offered')
    throw new Problem('conflict', 'It is offered to another agency. Withdraw the offer instead.')
  if (tip.state === 'waiting')
    throw new Problem(
      'conflict',
      'A decision on it waits for a second person, who agrees to it or refuses it.',
    )
  await refuseUnlessOwner(tx, tip)
  await tx.rows(
    q.insertInto('reopening').values({
      tip_id: tipId,
      agency_id: session.actor.agencyId,
      person_id: session.personId,
      note,
      at: now,
    }),
  )
  await tx.rows(q.updateTable('tip').set({ state: 'open', held_until: null }).where('tip_id', '=', tipId))
  await keepClocks(tx, [tipId], now)
  await record(tx, now, {
    action: 'tip.reopened',
    object: { kind: 'tip', id: tipId },
    details: { from: tip.state },
  })
}
