import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

/** Sets whether a second person has to activate the agency's policies. */
export const setSecondPerson = async (
  tx: Transaction,
  session: Session,
  secondPerson: boolean,
  now: Date,
): Promise<void> => {
  await tx.prepared(
    'second-person-set',
    `insert into agency_rule (agency_id, second_person, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict (agency_id) do update set second_person = excluded.second_person, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    [session.actor.agencyId, secondPerson, session.personId, now],
  )
  await record(tx, now, {
    action: 'agency.rule-changed',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { secondPerson },
  })
}
