import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { setRule } from '../agency-rules/index.ts'

/** Sets whether a second person has to activate the agency's policies: the rule of that name, from the page of policies. */
export const setSecondPerson = async (
  tx: Transaction,
  session: Session,
  secondPerson: boolean,
  now: Date,
): Promise<void> => {
  const because = 'Set on the page of policies.'
  await setRule(tx, session, 'policies-second-person', { value: secondPerson, because }, now)
}
