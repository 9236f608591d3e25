import { sessionHoursMax, sessionIdleMinutesMax, type SignInMethod } from '@opentipline/contract'
import type { Actor } from '../db/actor.ts'
import type { Transaction } from '../db/transaction.ts'
import { record } from '../features/ledger/index.ts'
import type { Services } from '../platform/services.ts'
import { membershipOf, type Session } from './session.ts'
import { newToken, tokenDigest } from './session-cookie.ts'

const minuteMs = 60_000
/** A token is turned this often while it is used, so that a copied one is soon worth nothing. */
const turnAfterMs = 15 * minuteMs
/** Calls that were on their way when the token turned come with the one before; later it is a copy. */
const overlapMs = 20_000
/** Being there is written down this often at most: a session that reads much writes little. */
const seenAfterMs = minuteMs

/** What a call brings that a session is known by. */
export type Presented = {
  token: string
  /** Digest of the device's cookie. */
  device: Buffer | undefined
  source: string
  /** The desk asked by itself while nobody touched it: such a call keeps no session open. */
  unattended: boolean
}

/** A session, and the token that replaces the presented one where it was time to turn it. */
export type Found = { session: Session; freshToken?: string }

type Row = {
  session_id: string
  person_id: string
  person_name: string
  demo: boolean
  role: string
  agency_id: string
  name: string
  kind: string
  area: string | null
  method: SignInMethod
  is_current: boolean
  device_sha256: Buffer
  created_at: Date
  last_seen_at: Date
  turned_at: Date
  proven_at: Date
  locked_at: Date | null
}

const byToken = `select s.session_id, s.person_id, p.name as person_name, p.demo, m.role, a.agency_id, a.name, a.kind, a.area,
    s.method, s.token_sha256 = $1 as is_current, s.device_sha256, s.created_at, s.last_seen_at, s.turned_at, s.proven_at, s.locked_at
  from session s join membership m on m.person_id = s.person_id and m.agency_id = s.agency_id
    join person p on p.person_id = s.person_id join agency a on a.agency_id = s.agency_id
  where (s.token_sha256 = $1 or s.previous_token_sha256 = $1) and s.ended_at is null and s.created_at > $2
    and m.ended_at is null and p.disabled_at is null`

/**
 * The session that a call's cookies open, if it is alive; undefined otherwise. A locked one is given as locked. Seen from
 * another device, or by a token that was replaced a while ago, it opens nothing, and that is in the ledger.
 */
export const readSession = (
  services: Pick<Services, 'database' | 'now'>,
  presented: Presented,
): Promise<Found | undefined> => {
  const { source } = presented
  return services.database.transaction({ role: 'tipline_door', kind: 'door', source }, async (tx) => {
    const now = services.now()
    const digest = tokenDigest(presented.token)
    const oldest = new Date(now.getTime() - sessionHoursMax * 60 * minuteMs)
    const [row] = await tx.prepared<Row>('session-by-token', byToken, [digest, oldest])
    if (!row || (await isForeign(tx, row, presented, now))) return undefined
    const session = sessionFrom(row, source, await isLocked(tx, row, now))
    if (session.isLocked || presented.unattended) return { session }
    const since = now.getTime()
    if (row.is_current && since - row.turned_at.getTime() > turnAfterMs)
      return { session, ...(await turn(tx, row, digest, now)) }
    if (since - row.last_seen_at.getTime() > seenAfterMs)
      await tx.prepared('session-seen', 'update session set last_seen_at = $2 where session_id = $1', [
        row.session_id,
        now,
      ])
    return { session }
  })
}

const isForeign = async (tx: Transaction, row: Row, presented: Presented, now: Date): Promise<boolean> => {
  const object = { kind: 'person', id: row.person_id }
  if (!presented.device || !row.device_sha256.equals(presented.device)) {
    const reason = 'from another device'
    await record(tx, now, { action: 'session.refused', object, outcome: 'denied', reason })
    return true
  }
  if (row.is_current || now.getTime() - row.turned_at.getTime() <= overlapMs) return false
  await tx.prepared('session-copied', 'update session set ended_at = $2 where session_id = $1', [
    row.session_id,
    now,
  ])
  await record(tx, now, { action: 'session.ended', object, reason: 'a replaced token was used again' })
  return true
}

/** Whether it is locked. The first call after it was left alone writes that down, and no clock unlocks it. */
const isLocked = async (tx: Transaction, row: Row, now: Date): Promise<boolean> => {
  if (row.locked_at !== null) return true
  if (now.getTime() - row.last_seen_at.getTime() <= sessionIdleMinutesMax * minuteMs) return false
  await tx.prepared('session-idle', 'update session set locked_at = $2 where session_id = $1', [
    row.session_id,
    now,
  ])
  const object = { kind: 'person', id: row.person_id }
  await record(tx, now, { action: 'session.locked', object, reason: 'left alone' })
  return true
}

/** Of several calls that come at once one turns the token; the others go on with the old one for the overlap. */
const turn = async (
  tx: Transaction,
  row: Row,
  digest: Buffer,
  now: Date,
): Promise<{ freshToken?: string }> => {
  const freshToken = newToken()
  const turned = await tx.prepared(
    'session-turn',
    `update session set token_sha256 = $3, previous_token_sha256 = $2, turned_at = $4, last_seen_at = $4
     where session_id = $1 and token_sha256 = $2 returning 1`,
    [row.session_id, digest, tokenDigest(freshToken), now],
  )
  return turned.length > 0 ? { freshToken } : {}
}

const sessionFrom = (row: Row, source: string, isLockedNow: boolean): Session => ({
  sessionId: row.session_id,
  personId: row.person_id,
  personName: row.person_name,
  isDemoPerson: row.demo,
  membership: membershipOf(row),
  method: row.method,
  beganAt: row.created_at,
  provenAt: row.proven_at,
  isLocked: isLockedNow,
  actor: {
    role: 'tipline_desk',
    kind: 'person',
    personId: row.person_id,
    agencyId: row.agency_id,
    personRole: row.role,
    isClearinghouse: row.kind === 'clearinghouse',
    source,
  },
})

/** The signed-in person at the door: may change sessions, and sees no report. */
export const atTheDoor = (session: Session): Extract<Actor, { kind: 'door' }> => ({
  role: 'tipline_door',
  kind: 'door',
  source: session.actor.source,
  person: { personId: session.personId, agencyId: session.actor.agencyId },
})
