import type { CaseView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { loadOpenCase } from './load.ts'
import { caseView } from './read.ts'

/** Tips of one case at most: more are a bundle or several cases. */
const caseTipsMax = 500

/** Puts a tip into an open case. @throws Problem not-found, conflict */
export const addToCase = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  tipId: string,
  now: Date,
): Promise<CaseView> => {
  await loadOpenCase(tx, session, caseId)
  const [counted] = await tx.rows(
    q
      .selectFrom('case_tip')
      .where('case_id', '=', caseId)
      .where('removed_at', 'is', null)
      .select((eb) => eb.fn.countAll<string>().as('n')),
  )
  if (Number(counted?.n ?? 0) >= caseTipsMax)
    throw new Problem('too-large', `A case holds ${caseTipsMax} tips at most.`)
  await putIntoCase(tx, session, caseId, tipId, now)
  return caseView(tx, session, caseId)
}

/** The row and its entry. The case is locked or was just made. @throws Problem not-found, conflict */
export const putIntoCase = async (
  tx: Transaction,
  session: Session,
  caseId: string,
  tipId: string,
  now: Date,
): Promise<void> => {
  await loadOwnTip(tx, session, tipId)
  const made = await tx.rows(
    q
      .insertInto('case_tip')
      .values({
        case_id: caseId,
        agency_id: session.actor.agencyId,
        tip_id: tipId,
        added_by: session.personId,
        added_at: now,
      })
      .onConflict((on) => on.columns(['case_id', 'tip_id']).where('removed_at', 'is', null).doNothing())
      .returning('case_tip_id'),
  )
  if (made.length === 0) throw new Problem('conflict', `Tip ${tipId} is in this case already.`)
  await record(tx, now, {
    action: 'case.tip-added',
    object: { kind: 'case', id: caseId },
    details: { tip: tipId },
  })
}
