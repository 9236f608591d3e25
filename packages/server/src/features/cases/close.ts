import type { CaseView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOpenCase, loadOwnCase } from './load.ts'
import { caseView } from './read.ts'

/** Closes a case. Its tips stay as they were decided. @throws Problem not-found, conflict */
export const closeCase = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  because: string,
  now: Date,
): Promise<CaseView> => {
  await loadOpenCase(tx, session, caseId)
  await tx.rows(
    q
      .updateTable('case_file')
      .set({ state: 'closed', closed_by: session.personId, closed_at: now, closed_because: because })
      .where('case_id', '=', caseId),
  )
  await record(tx, now, { action: 'case.closed', object: { kind: 'case', id: caseId } })
  return caseView(tx, session, caseId)
}

/** Opens a closed case again; who closed it, and why, is in the ledger. @throws Problem not-found, conflict */
export const reopenCase = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  now: Date,
): Promise<CaseView> => {
  const { state } = await loadOwnCase(tx, session, caseId)
  if (state === 'open') throw new Problem('conflict', 'This case is open already.')
  await tx.rows(
    q
      .updateTable('case_file')
      .set({ state: 'open', closed_by: null, closed_at: null, closed_because: null })
      .where('case_id', '=', caseId),
  )
  await record(tx, now, { action: 'case.reopened', object: { kind: 'case', id: caseId } })
  return caseView(tx, session, caseId)
}
