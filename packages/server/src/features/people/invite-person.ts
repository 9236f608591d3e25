import { type BodyOf, type ChangeMade, type Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { askChange, newPersonId } from './change-access.ts'

const clearinghouseRoles: readonly Role[] = ['clearinghouse analyst', 'clearinghouse supervisor', 'operator']
const agencyRoles: readonly Role[] = ['officer', 'agency supervisor', 'agency administrator']
const both: readonly Role[] = ['auditor', 'provider engineer']

/**
 * Refuses a role that is not of this house: an officer at the clearinghouse would be no one's officer.
 * @throws Problem bad-request
 */
export const refuseForeignRole = (session: Session, role: Role): void => {
  const own = session.actor.isClearinghouse ? clearinghouseRoles : agencyRoles
  if (!own.includes(role) && !both.includes(role))
    throw new Problem('bad-request', `At ${session.membership.agency.name} nobody can be ${role}.`)
}

/** Asks that somebody become a member: a new person by name, or one who has an account by their id. */
export const invitePerson = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  body: BodyOf<'invitePerson'>,
  now: Date,
): Promise<ChangeMade> => {
  refuseForeignRole(session, body.role)
  if ((body.name === undefined) === (body.personId === undefined))
    throw new Problem('bad-request', 'Give the name of a new person, or the id of one who has an account.')
  const personId = body.name === undefined ? await known(tx, session, body.personId ?? '') : newPersonId()
  if (body.name !== undefined)
    await tx.prepared('person-add', 'insert into person (person_id, name, created_at) values ($1, $2, $3)', [
      personId,
      body.name.trim(),
      now,
    ])
  const { role, subject, because } = body
  const wish = {
    kind: 'invite',
    personId,
    role,
    because,
    ...(subject === undefined ? {} : { subject }),
  } as const
  return askChange(tx, services, session, wish, now)
}

const known = async (tx: Transaction, session: Session, personId: string): Promise<string> => {
  const [row] = await tx.prepared<{ member: boolean }>(
    'person-known',
    `select exists (select from membership m where m.person_id = p.person_id and m.agency_id = $2 and m.ended_at is null) as member
     from person p where p.person_id = $1 and not p.demo`,
    [personId, session.actor.agencyId],
  )
  if (!row) throw new Problem('not-found', 'Nobody here has that id. They find it on their own account page.')
  if (row.member) throw new Problem('conflict', 'They are a member already.')
  return personId
}
