import type { Agency, DemoPerson, Role } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import { Problem } from '../../http/problem.ts'
import { providerOf } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { beginSession } from './begin-session.ts'

/** The people of the demonstration. Elsewhere the list is empty and nobody can be signed in as. */
export const listDemoPeople = async (services: Services, source: string): Promise<DemoPerson[]> => {
  if (!services.demo) return []
  const rows = await services.database.transaction({ role: 'tipline_desk', kind: 'visitor', source }, (tx) =>
    tx.rows(
      q
        .selectFrom('person as p')
        .innerJoin('membership as m', 'm.person_id', 'p.person_id')
        .innerJoin('agency as a', 'a.agency_id', 'm.agency_id')
        .where('p.demo', '=', true)
        .where('m.ended_at', 'is', null)
        .select([
          'p.person_id',
          'p.name as person_name',
          'p.about',
          'm.role',
          'a.agency_id',
          'a.name',
          'a.kind',
          'a.area',
        ])
        .orderBy('p.created_at')
        .orderBy('p.person_id'),
    ),
  )
  const people = rows.map(
    (row): DemoPerson => ({
      personId: row.person_id,
      name: row.person_name,
      role: row.role as Role,
      agency: {
        agencyId: row.agency_id,
        name: row.name,
        kind: row.kind as Agency['kind'],
        ...(row.area ? { area: row.area } : {}),
      },
      about: row.about,
    }),
  )
  const shown: DemoPerson[] = []
  for (const person of people)
    shown.push({ ...person, ...(await providerOfDemoPerson(services, person, source)) })
  return shown
}

/** An engineer's provider, read as that engineer: nobody else may read it. */
const providerOfDemoPerson = async (
  services: Services,
  { personId, role, agency }: DemoPerson,
  source: string,
): Promise<{ provider?: string }> => {
  if (role !== 'provider engineer') return {}
  return services.database.transaction(
    {
      role: 'tipline_desk',
      kind: 'person',
      personId,
      agencyId: agency.agencyId,
      personRole: role,
      isClearinghouse: agency.kind === 'clearinghouse',
      source,
    },
    (tx) => providerOf(tx, personId),
  )
}

/**
 * Begins a session of a demonstration person and gives its token; only in a demonstration, and only for the people
 * marked so.
 */
export const signInAsDemoPerson = async (
  services: Services,
  personId: string,
  device: Buffer,
  source: string,
): Promise<string> => {
  const person = (await listDemoPeople(services, source)).find((each) => each.personId === personId)
  if (!person) throw new Problem('not-found', 'There is no such person in the demonstration.')
  const who = { personId, agencyId: person.agency.agencyId }
  return services.database.transaction({ role: 'tipline_door', kind: 'door', source, person: who }, (tx) =>
    beginSession(tx, who, 'demonstration', device, services.now()),
  )
}
