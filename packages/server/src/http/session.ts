import type { Agency, Membership, Role, SessionView } from '@opentipline/contract'
import type { Actor } from '../db/actor.ts'
import { q } from '../db/query.ts'
import type { Transaction } from '../db/transaction.ts'
import { tokenDigest } from './session-cookie.ts'
import type { Services } from '../platform/services.ts'

/** A session lives this long at most, whatever is done in it: a shift, with room. */
const sessionHoursMax = 12

export type Session = {
  personId: string
  personName: string
  membership: Membership
  tokenSha256: Buffer
  /** The person as a database actor: connects to what this agency may see. */
  actor: Extract<Actor, { kind: 'person' }>
}

const membershipQuery = q
  .selectFrom('membership as m')
  .innerJoin('agency as a', 'a.agency_id', 'm.agency_id')
  .innerJoin('person as p', 'p.person_id', 'm.person_id')
  .where('m.ended_at', 'is', null)
  .where('p.disabled_at', 'is', null)
  .select([
    'm.person_id',
    'p.name as person_name',
    'p.demo',
    'm.role',
    'a.agency_id',
    'a.name',
    'a.kind',
    'a.area',
  ])

type MembershipRow = {
  role: string
  agency_id: string
  name: string
  kind: string
  area: string | null
}

/** The database's CHECK holds role and kind to the contract's lists. */
const membershipOf = (row: MembershipRow): Membership => ({
  role: row.role as Role,
  agency: {
    agencyId: row.agency_id,
    name: row.name,
    kind: row.kind as Agency['kind'],
    ...(row.area === null ? {} : { area: row.area }),
  },
})

/** The session a cookie's token opens, if it is alive; undefined otherwise. */
export const readSession = (
  services: Pick<Services, 'database' | 'now'>,
  token: string,
  source: string,
): Promise<Session | undefined> =>
  services.database.transaction({ role: 'tipline_desk', kind: 'visitor', source }, async (tx) => {
    const digest = tokenDigest(token)
    const oldest = new Date(services.now().getTime() - sessionHoursMax * 3_600_000)
    const row = await tx.maybe(
      membershipQuery
        .innerJoin('session as s', (join) =>
          join.onRef('s.person_id', '=', 'm.person_id').onRef('s.agency_id', '=', 'm.agency_id'),
        )
        .where('s.token_sha256', '=', digest)
        .where('s.ended_at', 'is', null)
        .where('s.created_at', '>', oldest),
    )
    return row && sessionFrom(row, digest, source)
  })

const sessionFrom = (
  row: MembershipRow & { person_id: string; person_name: string },
  tokenSha256: Buffer,
  source: string,
): Session => {
  const membership = membershipOf(row)
  return {
    personId: row.person_id,
    personName: row.person_name,
    membership,
    tokenSha256,
    actor: {
      role: 'tipline_desk',
      kind: 'person',
      personId: row.person_id,
      agencyId: row.agency_id,
      personRole: row.role,
      isClearinghouse: row.kind === 'clearinghouse',
      source,
    },
  }
}

/** Who is signed in, as the desk shows it. */
export const sessionView = async (tx: Transaction, session: Session, demo: boolean): Promise<SessionView> => {
  const rows = await tx.rows(membershipQuery.where('m.person_id', '=', session.personId).orderBy('a.name'))
  return {
    person: { personId: session.personId, name: session.personName },
    actingFor: session.membership,
    memberships: rows.map(membershipOf),
    demo,
  }
}
