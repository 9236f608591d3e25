import type { ChangeMade, Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { askChange } from './change-access.ts'
import { refuseForeignRole } from './invite-person.ts'

/** @throws Problem not-found for somebody who is no member here; not-allowed for oneself: a colleague does that */
const loadMember = async (tx: Transaction, session: Session, personId: string): Promise<{ role: string }> => {
  const [row] = await tx.prepared<{ role: string }>(
    'member-load',
    'select role from membership where person_id = $1 and agency_id = $2 and ended_at is null',
    [personId, session.actor.agencyId],
  )
  if (!row) throw new Problem('not-found')
  if (personId === session.personId)
    throw new Problem('not-allowed', 'Nobody changes their own access. A colleague does it for you.')
  return row
}

export const changeRole = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  wish: { personId: string; role: Role; because: string },
  now: Date,
): Promise<ChangeMade> => {
  const member = await loadMember(tx, session, wish.personId)
  refuseForeignRole(session, wish.role)
  if (member.role === wish.role) throw new Problem('conflict', 'They have that role already.')
  return askChange(tx, services, session, { kind: 'role', ...wish }, now)
}

export const bindSubject = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  wish: { personId: string; subject: string; because: string },
  now: Date,
): Promise<ChangeMade> => {
  await loadMember(tx, session, wish.personId)
  return askChange(tx, services, session, { kind: 'subject', ...wish }, now)
}

export const recoverPerson = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  wish: { personId: string; because: string },
  now: Date,
): Promise<ChangeMade> => {
  await loadMember(tx, session, wish.personId)
  return askChange(tx, services, session, { kind: 'recover', ...wish }, now)
}

/** Unlocks an account, or enables one that was long unused. */
export const unlockPerson = async (
  tx: Transaction,
  session: Session,
  personId: string,
  now: Date,
): Promise<void> => {
  await loadMember(tx, session, personId)
  const unlocked = await tx.prepared(
    'person-unlock',
    `update person set locked_at = null, disabled_at = null, disabled_because = null,
       last_signed_in_at = case when disabled_at is null then last_signed_in_at else $2 end
     where person_id = $1 and (locked_at is not null or disabled_because = 'unused') returning 1`,
    [personId, now],
  )
  if (unlocked.length === 0) throw new Problem('conflict', 'The account is neither locked nor disabled.')
  await record(tx, now, { action: 'person.unlocked', object: { kind: 'person', id: personId } })
}

/** Ends a membership, the sessions for it and its open links. What the person did stays under their name. */
export const endMembership = async (
  tx: Transaction,
  session: Session,
  wish: { personId: string; because: string },
  now: Date,
): Promise<void> => {
  const { agencyId } = session.actor
  await loadMember(tx, session, wish.personId)
  for (const [name, text] of [
    [
      'session',
      'update session set ended_at = $3 where person_id = $1 and agency_id = $2 and ended_at is null',
    ],
    [
      'invitation',
      'update invitation set revoked_at = $3 where person_id = $1 and agency_id = $2 and used_at is null and revoked_at is null',
    ],
    ['membership', 'update membership set ended_at = $3 where person_id = $1 and agency_id = $2'],
  ] as const)
    await tx.prepared(`member-end-${name}`, text, [wish.personId, agencyId, now])
  await record(tx, now, {
    action: 'person.membership-ended',
    object: { kind: 'person', id: wish.personId },
    reason: wish.because.slice(0, 200),
    details: { agency: agencyId },
  })
}
