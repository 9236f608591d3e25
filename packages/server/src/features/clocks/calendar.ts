import { createHmac } from 'node:crypto'
import type { CalendarFeed } from '@opentipline/contract'
import { mayDo } from '@opentipline/domain'
import { type CalendarEntry, printCalendar } from '@opentipline/formats'
import type { Actor } from '../../db/actor.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem, type Session } from '../../http/index.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

/** Entries of one feed at most: calendars of people are not made for more. */
const entriesMax = 1_000
/** Past clocks stay in the calendar for this long, so that an entry does not vanish the moment it is over. */
const pastDays = 14
/** How often a calendar may ask again; each asking is in the ledger. */
const refreshMinutes = 60

const feedSql = `select made_at, last_read_at from calendar_feed where person_id = $1 and agency_id = $2 and revoked_at is null`

/** Whether the person has a feed at this agency. Its address is not stored and cannot be told again. */
export const readCalendarFeed = async (tx: Transaction, session: Session): Promise<CalendarFeed> => {
  const [row] = await tx.prepared<{ made_at: Date; last_read_at: Date | null }>('calendar-feed', feedSql, [
    session.personId,
    session.actor.agencyId,
  ])
  return {
    made: row ? { at: row.made_at.toISOString(), lastReadAt: row.last_read_at?.toISOString() ?? null } : null,
  }
}

/** Makes a feed and tells its address, this once. One that was there ends with it. */
export const makeCalendarFeed = async (
  tx: Transaction,
  session: Session,
  now: Date,
): Promise<CalendarFeed> => {
  await end(tx, session, now)
  const token = newToken()
  await tx.prepared(
    'calendar-make',
    'insert into calendar_feed (person_id, agency_id, token_sha256, made_at) values ($1, $2, $3, $4)',
    [session.personId, session.actor.agencyId, tokenDigest(token), now],
  )
  await record(tx, now, { action: 'calendar.made', object: { kind: 'person', id: session.personId } })
  return { ...(await readCalendarFeed(tx, session)), address: `/calendar/${token}.ics` }
}

export const revokeCalendarFeed = async (
  tx: Transaction,
  session: Session,
  now: Date,
): Promise<CalendarFeed> => {
  if (await end(tx, session, now))
    await record(tx, now, { action: 'calendar.revoked', object: { kind: 'person', id: session.personId } })
  return readCalendarFeed(tx, session)
}

const end = async (tx: Transaction, session: Session, now: Date): Promise<boolean> => {
  const ended = await tx.prepared(
    'calendar-end',
    `update calendar_feed set revoked_at = $3 where person_id = $1 and agency_id = $2 and revoked_at is null returning feed_id`,
    [session.personId, session.actor.agencyId, now],
  )
  return ended.length > 0
}

type Owner = { feed_id: string; person_id: string; agency_id: string; role: string; clearinghouse: boolean }

/**
 * The calendar that a token opens, read as the person it was made for: what they may no longer see is not in it, and the
 * reading is in the ledger as theirs. It carries tip numbers and moments and nothing else: a calendar lies on servers and
 * telephones that are not the agency's.
 * @throws Problem not-found for a token that opens nothing
 */
export const readCalendar = async (
  { database, now }: Pick<Services, 'database' | 'now'>,
  token: string,
  source: string,
): Promise<string> => {
  const digest = tokenDigest(token)
  const owner = await database.transaction({ role: 'tipline_desk', kind: 'visitor', source }, async (tx) => {
    const [row] = await tx.prepared<Owner>('calendar-of', 'select * from calendar_of($1)', [digest])
    return row
  })
  if (!owner || !mayList(owner)) throw new Problem('not-found', 'There is no such calendar.')
  const actor: Actor = {
    role: 'tipline_desk',
    kind: 'person',
    personId: owner.person_id,
    agencyId: owner.agency_id,
    personRole: owner.role,
    isClearinghouse: owner.clearinghouse,
    source,
  }
  return database.transaction(actor, async (tx) => {
    const at = now()
    const entries = await readEntries(tx, owner, at, digest)
    await tx.prepared('calendar-read', 'update calendar_feed set last_read_at = $2 where feed_id = $1', [
      owner.feed_id,
      at,
    ])
    await record(tx, at, {
      action: 'calendar.read',
      object: { kind: 'person', id: owner.person_id },
      details: { entries: entries.length },
    })
    return printCalendar({ name: 'Tipline clocks', stamp: at, entries, refreshMinutes })
  })
}

/** A person whose role has changed since has no calendar by their old one. */
const mayList = ({ role, clearinghouse }: Owner): boolean =>
  !clearinghouse &&
  (role === 'officer' || role === 'agency supervisor') &&
  mayDo('listClocks', role, 'own agency')

const entriesSql = `
  select c.tip_id, c.key, c.ends_at from tip_clock c join tip t using (tip_id)
  where c.agency_id = $1 and t.withdrawn_at is null and t.available_at <= $2 and t.state not in ('declined', 'referred')
    and c.ends_at > $3 order by c.ends_at, c.tip_id, c.key limit $4`

const readEntries = async (
  tx: Transaction,
  owner: Owner,
  at: Date,
  digest: Buffer,
): Promise<CalendarEntry[]> => {
  const since = new Date(at.getTime() - pastDays * 86_400_000)
  const rows = await tx.prepared<{ tip_id: string; key: string; ends_at: Date }>(
    'calendar-entries',
    entriesSql,
    [owner.agency_id, at, since, entriesMax],
  )
  return rows.map((row) => ({
    // Keyed, since the key of a clock may name an address and could be guessed from a plain digest.
    uid: `${createHmac('sha256', digest).update(`${row.tip_id} ${row.key}`).digest('hex').slice(0, 32)}@opentipline`,
    at: row.ends_at,
    summary: `A clock ends: tip ${row.tip_id}`,
  }))
}
