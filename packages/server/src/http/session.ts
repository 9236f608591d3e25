import {
  type Agency,
  type Membership,
  type Role,
  sessionHoursMax,
  type SessionView,
  type SignInMethod,
  stepUpMinutesMax,
} from '@opentipline/contract'
import type { Actor } from '../db/actor.ts'
import { q } from '../db/query.ts'
import type { Transaction } from '../db/transaction.ts'

/** A live session as its calls see it. Made by `readSession` alone. */
export type Session = {
  sessionId: string
  personId: string
  personName: string
  /** A person of the demonstration: has nothing to prove who they are with. */
  isDemoPerson: boolean
  membership: Membership
  method: SignInMethod
  beganAt: Date
  /** When the person last proved who they are. */
  provenAt: Date
  isLocked: boolean
  /** The person as a database actor: connects to what this agency may see. */
  actor: Extract<Actor, { kind: 'person' }>
}

type MembershipRow = {
  role: string
  agency_id: string
  name: string
  kind: string
  area: string | null
}

/** The database's CHECK holds role and kind to the contract's lists. */
export const membershipOf = (row: MembershipRow): Membership => ({
  role: row.role as Role,
  agency: {
    agencyId: row.agency_id,
    name: row.name,
    kind: row.kind as Agency['kind'],
    ...(row.area === null ? {} : { area: row.area }),
  },
})

const after = (at: Date, minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString()

/** The name of the provider that a person acts for, as an engineer; row security shows it to that person alone. */
export const providerOf = async (tx: Transaction, personId: string): Promise<{ provider?: string }> => {
  const row = await tx.maybe(
    q
      .selectFrom('provider_person as pp')
      .innerJoin('provider as p', 'p.provider_id', 'pp.provider_id')
      .where('pp.person_id', '=', personId)
      .where('pp.ended_at', 'is', null)
      .select('p.name'),
  )
  return row ? { provider: row.name } : {}
}

/** Who is signed in, as the desk shows it. */
export const sessionView = async (tx: Transaction, session: Session, demo: boolean): Promise<SessionView> => {
  const rows = await tx.rows(
    q
      .selectFrom('membership as m')
      .innerJoin('agency as a', 'a.agency_id', 'm.agency_id')
      .where('m.person_id', '=', session.personId)
      .where('m.ended_at', 'is', null)
      .select(['m.role', 'a.agency_id', 'a.name', 'a.kind', 'a.area'])
      .orderBy('a.name'),
  )
  return {
    person: { personId: session.personId, name: session.personName },
    actingFor: session.membership,
    memberships: rows.map(membershipOf),
    ...(session.membership.role === 'provider engineer' ? await providerOf(tx, session.personId) : {}),
    demo,
    locked: session.isLocked,
    method: session.method,
    provenUntil: after(session.provenAt, stepUpMinutesMax),
    endsAt: after(session.beganAt, sessionHoursMax * 60),
  }
}
