import type { CaseView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOpenCase } from './load.ts'
import { caseView } from './read.ts'

/** Takes a tip out of a case; that it was in it stays on record. @throws Problem not-found, conflict */
export const removeFromCase = async (
  tx: Transaction,
  session: Session,
  wish: { caseId: string; tipId: string; because: string },
  now: Date,
): Promise<CaseView> => {
  const { caseId, tipId } = wish
  await loadOpenCase(tx, session, caseId)
  const removed = /^\d{1,18}$/.test(tipId)
    ? await tx.rows(
        q
          .updateTable('case_tip')
          .set({ removed_at: now, removed_by: session.personId, removed_because: wish.because })
          .where('case_id', '=', caseId)
          .where('tip_id', '=', tipId)
          .where('removed_at', 'is', null)
          .returning('case_tip_id'),
      )
    : []
  if (removed.length === 0) throw new Problem('not-found', `Tip ${tipId} is not in this case.`)
  await record(tx, now, {
    action: 'case.tip-removed',
    object: { kind: 'case', id: caseId },
    details: { tip: tipId },
  })
  return caseView(tx, session, caseId)
}
