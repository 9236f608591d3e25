import type { AgencyPeople, AgencyPerson, Role } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { changeView, hasSecondPerson, listChanges } from './access-change.ts'

type Row = {
  person_id: string
  name: string
  role: Role
  granted_at: Date
  passkeys: number
  subject: string | null
  last_signed_in_at: Date | null
  locked_at: Date | null
  disabled_at: Date | null
  demo: boolean
}

const stateOf = (row: Row): AgencyPerson['state'] => {
  if (row.disabled_at !== null) return 'disabled'
  if (row.locked_at !== null) return 'locked'
  return row.last_signed_in_at === null && !row.demo ? 'invited' : 'active'
}

/** The people of the agency, and the changes that wait for a second person or were decided lately. */
export const listPeople = async (tx: Transaction, session: Session): Promise<AgencyPeople> => {
  const { agencyId } = session.actor
  const rows = await tx.prepared<Row>(
    'people-list',
    `select p.person_id, p.name, m.role, m.granted_at, s.subject, p.last_signed_in_at, p.locked_at, p.disabled_at, p.demo,
       (select count(*)::int from passkey k where k.person_id = p.person_id and k.ended_at is null) as passkeys
     from membership m join person p on p.person_id = m.person_id
       left join oidc_subject s on s.person_id = m.person_id and s.agency_id = m.agency_id
     where m.agency_id = $1 and m.ended_at is null order by p.name, p.person_id`,
    [agencyId],
  )
  const [oidc] = await tx.prepared<{ issuer: string }>(
    'people-oidc',
    'select issuer from agency_issuer($1)',
    [agencyId],
  )
  const changes = await listChanges(tx, agencyId)
  return {
    secondPerson: await hasSecondPerson(tx, agencyId, session.personId, session.personId),
    people: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      role: row.role,
      since: row.granted_at.toISOString(),
      passkeys: row.passkeys,
      ...(row.subject === null ? {} : { subject: row.subject }),
      ...(row.last_signed_in_at === null ? {} : { lastSignedInAt: row.last_signed_in_at.toISOString() }),
      state: stateOf(row),
      you: row.person_id === session.personId,
    })),
    changes: changes.map((row) => changeView(row, session)),
    ...(oidc ? { oidc } : {}),
  }
}
