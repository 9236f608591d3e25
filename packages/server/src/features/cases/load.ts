import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

/** Locks one of the acting agency's cases for a change. @throws Problem not-found when there is none such */
export const loadOwnCase = async (tx: Transaction, session: Session, caseId: string) => {
  const found = /^\d{1,18}$/.test(caseId)
    ? await tx.maybe(
        q
          .selectFrom('case_file')
          .where('case_id', '=', caseId)
          .where('agency_id', '=', session.actor.agencyId)
          .selectAll()
          .forUpdate(),
      )
    : undefined
  if (!found) throw new Problem('not-found', 'There is no such case at your agency.')
  return found
}

/** The same, and open: a closed case is read and reopened, not added to. @throws Problem not-found, conflict */
export const loadOpenCase = async (tx: Transaction, session: Session, caseId: string) => {
  const found = await loadOwnCase(tx, session, caseId)
  if (found.state === 'closed') throw new Problem('conflict', 'This case is closed. Reopen it to add to it.')
  return found
}
