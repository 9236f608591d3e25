import type { CaseRequest, CaseView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { putIntoCase } from './add-tip.ts'
import { caseView } from './read.ts'

/** Opens a case with the listed tips of the agency. @throws Problem not-found, bad-request */
export const openCase = async (
  tx: Transaction,
  session: Session,
  wish: CaseRequest,
  now: Date,
): Promise<CaseView> => {
  const title = wish.title.trim()
  if (title === '')
    throw new Problem('bad-request', 'Give the case a working name.', [
      { path: '/body/title', message: 'is empty' },
    ])
  const { case_id } = await tx.one(
    q
      .insertInto('case_file')
      .values({ agency_id: session.actor.agencyId, title, opened_by: session.personId, opened_at: now })
      .returning('case_id'),
  )
  await record(tx, now, {
    action: 'case.opened',
    object: { kind: 'case', id: case_id },
    details: { tips: wish.tipIds.join(',') },
  })
  for (const tipId of wish.tipIds.toSorted()) await putIntoCase(tx, session, case_id, tipId, now)
  return caseView(tx, session, case_id)
}
