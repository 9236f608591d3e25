import type { ClockEntry } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { readEntry } from './load-entry.ts'

/** Says that a warrant was returned, or takes a record back; its clock stops. @throws Problem not-found, conflict, bad-request */
export const endClock = async (
  tx: Transaction,
  session: Session,
  wish: { tipId: string; entryId: string; as: 'returned' | 'withdrawn'; because: string },
  now: Date,
): Promise<ClockEntry> => {
  await loadOwnTip(tx, session, wish.tipId)
  const known = await readEntry(tx, wish.tipId, wish.entryId)
  if (!known) throw new Problem('not-found', 'This tip has no such record.')
  if (known.ended) throw new Problem('conflict', 'This record has ended already.')
  if (wish.as === 'returned' && known.kind !== 'warrant return')
    throw new Problem('bad-request', 'Only a warrant is returned.')
  await tx.rows(
    q
      .updateTable('clock_entry')
      .set({ ended_as: wish.as, ended_because: wish.because, ended_by: session.personId, ended_at: now })
      .where('entry_id', '=', wish.entryId),
  )
  await record(tx, now, {
    action: 'tip.clock-ended',
    object: { kind: 'tip', id: wish.tipId },
    details: { entry: wish.entryId, as: wish.as },
  })
  await keepClocks(tx, [wish.tipId], now)
  const ended = await readEntry(tx, wish.tipId, wish.entryId)
  if (!ended) throw new Error('an ended record is not there')
  return ended
}
