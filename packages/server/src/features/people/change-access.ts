import { randomUUID } from 'node:crypto'
import type { AccessKind, ChangeMade, Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { type ChangeRow, changeView, hasSecondPerson, loadChange, mayDecide } from './access-change.ts'
import { linkOf, makeInvitation } from './invitation.ts'

type Wish = { kind: AccessKind; personId: string; role?: Role; subject?: string; because: string }

/**
 * Asks for a change of who may do what. Where the agency has a second person it waits for them; where it has none it
 * takes effect at once, and the entry says so. As the person who asks.
 */
export const askChange = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  wish: Wish,
  now: Date,
): Promise<ChangeMade> => {
  const { agencyId } = session.actor
  const waiting = await tx.prepared(
    'change-waiting',
    `select from access_change where agency_id = $1 and person_id = $2 and kind = $3 and state = 'waiting'`,
    [agencyId, wish.personId, wish.kind],
  )
  if (waiting.length > 0)
    throw new Problem('conflict', 'The same is asked for already, and waits for a second person.')
  const [made] = await tx.prepared<{ change_id: string }>(
    'change-ask',
    `insert into access_change (agency_id, person_id, kind, role, subject, because, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning change_id`,
    [
      agencyId,
      wish.personId,
      wish.kind,
      wish.role ?? null,
      wish.subject ?? null,
      wish.because,
      session.personId,
      now,
    ],
  )
  const changeId = made?.change_id ?? ''
  const details = { kind: wish.kind, ...(wish.role ? { role: wish.role } : {}), change: changeId }
  await record(tx, now, { action: 'access.asked', object: { kind: 'person', id: wish.personId }, details })
  const row = await loadChange(tx, session, changeId)
  if (await hasSecondPerson(tx, agencyId, session.personId, wish.personId))
    return { change: changeView(row, session) }
  return settle(tx, services, session, row, 'alone', now)
}

/** Approves or refuses what a colleague asked for. @throws Problem not-found, conflict, not-allowed */
export const decideChange = async (
  tx: Transaction,
  services: Pick<Services, 'site'>,
  session: Session,
  wish: { changeId: string; approve: boolean },
  now: Date,
): Promise<ChangeMade> => {
  const row = await loadChange(tx, session, wish.changeId)
  if (!mayDecide(row, session.personId))
    throw new Problem(
      'not-allowed',
      'A second person decides this: neither who asked for it nor whom it is about.',
    )
  if (row.state !== 'waiting') throw new Problem('conflict', 'This has been decided already.')
  return settle(tx, services, session, row, wish.approve ? 'approved' : 'refused', now)
}

/** What took effect without a second person has a name of its own, by which an auditor finds it. */
const settledAs = { approved: 'access.approved', refused: 'access.refused', alone: 'access.alone' } as const

const settle = async (
  tx: Transaction,
  { site }: Pick<Services, 'site'>,
  session: Session,
  row: ChangeRow,
  state: 'approved' | 'refused' | 'alone',
  now: Date,
): Promise<ChangeMade> => {
  await tx.prepared(
    'change-settle',
    'update access_change set state = $2, decided_by = $3, decided_at = $4 where change_id = $1',
    [row.change_id, state, state === 'alone' ? null : session.personId, now],
  )
  await record(tx, now, {
    action: settledAs[state],
    object: { kind: 'person', id: row.person_id },
    ...(state === 'alone' ? { reason: 'the agency has no second person' } : {}),
    details: { kind: row.kind, change: row.change_id, askedBy: row.asked_by },
  })
  const token = state === 'refused' ? undefined : await carryOut(tx, row, now)
  const change = changeView(await loadChange(tx, session, row.change_id), session)
  return { change, ...(token === undefined ? {} : { link: linkOf(site.origin(), token) }) }
}

/** Does what was approved; gives the secret of the one-time link where there is one. */
const carryOut = async (tx: Transaction, row: ChangeRow, now: Date): Promise<string | undefined> => {
  const who = { personId: row.person_id, agencyId: row.agency_id }
  switch (row.kind) {
    case 'invite':
      await join(tx, row, now)
      if (row.subject !== null) await bind(tx, row, now)
      return (await canSignIn(tx, row)) ? undefined : makeInvitation(tx, who, 'join', now)
    case 'role':
      await setRole(tx, row, now)
      return undefined
    case 'recover':
      await forgetDevices(tx, row, now)
      return makeInvitation(tx, who, (await everCame(tx, row)) ? 'recover' : 'join', now)
    case 'subject':
      await bind(tx, row, now)
      return undefined
    case 'device':
      return undefined
  }
}

const join = async (tx: Transaction, row: ChangeRow, now: Date): Promise<void> => {
  await tx.prepared(
    'member-join',
    `insert into membership (person_id, agency_id, role, granted_at) values ($1, $2, $3, $4)
     on conflict (person_id, agency_id) do update set role = excluded.role, granted_at = excluded.granted_at, ended_at = null`,
    [row.person_id, row.agency_id, row.role, now],
  )
  await record(tx, now, {
    action: 'person.invited',
    object: { kind: 'person', id: row.person_id },
    details: { role: row.role ?? '' },
  })
}

/** Somebody who has an account needs no link: they have what they sign in with. */
const canSignIn = async (tx: Transaction, row: ChangeRow): Promise<boolean> =>
  row.subject !== null ||
  (
    await tx.prepared(
      'passkey-any',
      'select from passkey where person_id = $1 and ended_at is null limit 1',
      [row.person_id],
    )
  ).length > 0

/** Whoever never came in is invited once more: there is nothing of theirs to recover. */
const everCame = async (tx: Transaction, row: ChangeRow): Promise<boolean> =>
  (
    await tx.prepared(
      'person-came',
      `select from person p where p.person_id = $1 and (p.last_signed_in_at is not null
         or exists (select 1 from passkey k where k.person_id = p.person_id))`,
      [row.person_id],
    )
  ).length > 0

const setRole = async (tx: Transaction, row: ChangeRow, now: Date): Promise<void> => {
  const [before] = await tx.prepared<{ role: string }>(
    'member-role-before',
    'select role from membership where person_id = $1 and agency_id = $2 and ended_at is null for update',
    [row.person_id, row.agency_id],
  )
  if (!before) throw new Problem('conflict', 'They are no member of the agency any more.')
  await tx.prepared(
    'member-role',
    'update membership set role = $3 where person_id = $1 and agency_id = $2',
    [row.person_id, row.agency_id, row.role],
  )
  await record(tx, now, {
    action: 'person.role-changed',
    object: { kind: 'person', id: row.person_id },
    details: { from: before.role, to: row.role ?? '' },
  })
}

const forgetDevices = async (tx: Transaction, row: ChangeRow, now: Date): Promise<void> => {
  await tx.prepared(
    'recover-passkeys',
    'update passkey set ended_at = $2 where person_id = $1 and ended_at is null',
    [row.person_id, now],
  )
  await tx.prepared(
    'recover-sessions',
    'update session set ended_at = $3 where person_id = $1 and agency_id = $2 and ended_at is null',
    [row.person_id, row.agency_id, now],
  )
  await record(tx, now, { action: 'person.recovered', object: { kind: 'person', id: row.person_id } })
}

const bind = async (tx: Transaction, row: ChangeRow, now: Date): Promise<void> => {
  const taken = await tx.prepared(
    'subject-taken',
    'select from oidc_subject where agency_id = $1 and subject = $2 and person_id <> $3',
    [row.agency_id, row.subject, row.person_id],
  )
  if (taken.length > 0) throw new Problem('conflict', 'That subject is somebody else’s.')
  await tx.prepared(
    'subject-bind',
    `insert into oidc_subject (agency_id, person_id, subject) values ($1, $2, $3)
     on conflict (agency_id, person_id) do update set subject = excluded.subject`,
    [row.agency_id, row.person_id, row.subject],
  )
  await record(tx, now, { action: 'person.subject-bound', object: { kind: 'person', id: row.person_id } })
}

/** A person's id: random, so that it tells nothing of them. */
export const newPersonId = (): string => randomUUID()
