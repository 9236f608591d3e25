/** People of every role at several agencies, made by SQL and signed in by sessions of their own: no demonstration code. */
import { createHash, randomBytes } from 'node:crypto'
import { type Role, roles } from '@opentipline/contract'
import type { TestServer } from '../../support/server.ts'

export const places = ['wi-wisconsin', 'wa-washington', 'clearinghouse'] as const
export type Place = (typeof places)[number]

export type Member = { personId: string; role: Role; place: Place; cookie: string }

/** One person for each role at each place. The session row is made as a sign-in would, only digests stored; its proof stays fresh for the hour that a test may take. */
export const staffOf = async (server: TestServer): Promise<Member[]> => {
  const members = places.flatMap((place) =>
    roles.map((role): Member & { token: string; device: string } => {
      const token = randomBytes(32).toString('base64url')
      const personId = `${role.replaceAll(' ', '-')}-${place}`
      const device = randomBytes(32).toString('base64url')
      const cookie = `tipline_session=${token}; tipline_device=${device}`
      return { personId, role, place, token, device, cookie }
    }),
  )
  const column = (read: (member: (typeof members)[number]) => unknown) => members.map(read)
  await server.database.query(
    `insert into person (person_id, name) select id, 'Person ' || id from unnest($1::text[]) id`,
    [column((each) => each.personId)],
  )
  await server.database.query(
    `insert into membership (person_id, agency_id, role) select * from unnest($1::text[], $2::text[], $3::text[])`,
    [column((each) => each.personId), column((each) => each.place), column((each) => each.role)],
  )
  await server.database.query(
    `insert into session (person_id, agency_id, token_sha256, device_sha256, method, turned_at, proven_at)
     select *, 'passkey', now(), now() + interval '1 hour' from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[])`,
    [
      column((each) => each.personId),
      column((each) => each.place),
      column((each) => createHash('sha256').update(each.token).digest()),
      column((each) => createHash('sha256').update(each.device).digest()),
    ],
  )
  return members
}

export const memberOf = (staff: readonly Member[], role: Role, place: Place): Member => {
  const found = staff.find((each) => each.role === role && each.place === place)
  if (!found) throw new Error(`nobody is ${role} at ${place}`)
  return found
}
