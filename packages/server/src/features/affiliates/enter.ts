import type { AffiliateEntry, AffiliateWish } from '@opentipline/contract'
import { slug, usStates } from '@opentipline/domain'
import pg from 'pg'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadEntry } from './rows.ts'

/** The tree's guard tells what does not fit by this code, in words for people. */
const refusedByTree = 'TL001'
/** What the table's own keys refuse, in words. */
const refusedByKeys: Record<string, string> = {
  '23505': 'It is entered already for some of these days, by you or by another agency.',
  '23503': 'There is no such agency.',
}
const idMax = 80

const orConflict = async <T>(act: Promise<T>): Promise<T> => {
  try {
    return await act
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    if (error.code === refusedByTree) throw new Problem('conflict', error.message)
    const told = refusedByKeys[error.code ?? '']
    if (told !== undefined) throw new Problem('conflict', told)
    throw error
  }
}

const checkDay = (path: string, day: string): void => {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new Problem('bad-request', `${day} is no day.`, [{ path, message: 'is no day of the calendar' }])
}

const checkAreas = ({ areas }: AffiliateWish): void => {
  const unknown = areas.findIndex(({ state }) => !usStates.some(({ code }) => code === state))
  if (unknown >= 0)
    throw new Problem('bad-request', `"${areas[unknown]?.state}" is no state.`, [
      { path: `/body/areas/${unknown}/state`, message: 'is no state' },
    ])
}

/** Ends what holds of this affiliate under the acting agency, on the day the new entry begins. */
const endBefore = async (
  tx: Transaction,
  session: Session,
  agencyId: string,
  from: string,
  now: Date,
): Promise<void> => {
  const [standing] = await tx.prepared<{ begins_later: boolean }>(
    'affiliate-standing',
    `select from_day > $3::date as begins_later from affiliate_entry
     where lead_agency = $1 and agency_id = $2 and to_day is null`,
    [session.actor.agencyId, agencyId, from],
  )
  if (standing?.begins_later)
    throw new Problem('conflict', 'What holds of it begins later than this day. Choose a later one.')
  await tx.prepared(
    'affiliate-replace',
    `update affiliate_entry set to_day = $3::date, ended_by = $4, ended_at = $5, ended_because = 'Entered anew.'
     where lead_agency = $1 and agency_id = $2 and to_day is null`,
    [session.actor.agencyId, agencyId, from, session.personId, now],
  )
}

/** Makes the agency that a new affiliate is, under an id made of its name. @throws Problem bad-request, conflict */
const makeAgency = async (
  tx: Transaction,
  session: Session,
  { name, areas }: AffiliateWish,
): Promise<string> => {
  const id = `${session.actor.agencyId}-${slug(name)}`.slice(0, idMax)
  if (slug(name) === '')
    throw new Problem('bad-request', 'The name needs letters.', [
      { path: '/body/name', message: 'has no letters' },
    ])
  const states = [...new Set(areas.map(({ state }) => state))]
  await orConflict(
    tx.prepared('affiliate-make', 'select make_affiliate($1, $2, $3)', [
      id,
      name.trim(),
      states.length === 1 ? states[0] : null,
    ]),
  )
  return id
}

/**
 * Enters an affiliate of the acting agency from a day on; one that holds already is ended on that day, and stays on record.
 * @throws Problem bad-request, conflict where it does not fit into the tree
 */
export const enterAffiliate = async (
  tx: Transaction,
  session: Session,
  wish: AffiliateWish,
  now: Date,
): Promise<AffiliateEntry> => {
  checkDay('/body/from', wish.from)
  checkAreas(wish)
  if (wish.agencyId === session.actor.agencyId) throw new Problem('conflict', 'Nobody is below themselves.')
  if (wish.agencyId !== undefined) await endBefore(tx, session, wish.agencyId, wish.from, now)
  const agencyId = wish.agencyId ?? (await makeAgency(tx, session, wish))
  const [made] = await orConflict(
    tx.prepared<{ entry_id: string }>(
      'affiliate-enter',
      `insert into affiliate_entry (lead_agency, agency_id, areas, straight, from_day, because, entered_by, entered_at)
       values ($1, $2, $3, $4, $5::date, $6, $7, $8) returning entry_id`,
      [
        session.actor.agencyId,
        agencyId,
        JSON.stringify(wish.areas),
        wish.straight,
        wish.from,
        wish.because,
        session.personId,
        now,
      ],
    ),
  )
  if (!made) throw new Error('an entry that was just made is not there')
  await record(tx, now, {
    action: 'agency.affiliate-entered',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: {
      entry: made.entry_id,
      affiliate: agencyId,
      from: wish.from,
      straight: wish.straight.join('; '),
      areas: wish.areas.map(({ state }) => state).join(','),
    },
  })
  return loadEntry(tx, session, made.entry_id)
}

/** Ends an affiliation from a day on. What went there stays there. @throws Problem not-found, conflict, bad-request */
export const endAffiliate = async (
  tx: Transaction,
  session: Session,
  entryId: string,
  { to, because }: { to: string; because: string },
  now: Date,
): Promise<AffiliateEntry> => {
  checkDay('/body/to', to)
  const entry = await loadEntry(tx, session, entryId)
  if (entry.to !== null) throw new Problem('conflict', 'It is ended already.')
  if (to < entry.from)
    throw new Problem('bad-request', 'It cannot end before its first day.', [
      { path: '/body/to', message: 'is before its first day' },
    ])
  await tx.prepared(
    'affiliate-end',
    `update affiliate_entry set to_day = $2::date, ended_by = $3, ended_at = $4, ended_because = $5
     where entry_id = $1 and to_day is null`,
    [entryId, to, session.personId, now, because],
  )
  await record(tx, now, {
    action: 'agency.affiliate-ended',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { entry: entryId, affiliate: entry.agencyId, to },
  })
  return loadEntry(tx, session, entryId)
}
