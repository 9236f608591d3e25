import type { ClockEntry, ClockEntryRequest } from '@opentipline/contract'
import { normalTime } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { readEntries, readEntry } from './load-entry.ts'

/** Entries of one tip at most: more are no longer read by anybody. */
const entriesMax = 100
/** A letter is not sent in the future; a clock of another machine may be ahead by this much. */
const aheadMsMax = 5 * 60_000
/** A warrant's return further away than this is a slip of the pen. */
const returnDaysMax = 3_660

const refuse = (path: string, message: string): never => {
  throw new Problem('bad-request', message, [{ path, message }])
}

/**
 * Records that a letter was sent, or by when a warrant is to be returned, as a person says it. The clock runs from then.
 * @throws Problem not-found, bad-request, too-large
 */
export const recordClock = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  wish: ClockEntryRequest,
  now: Date,
): Promise<ClockEntry> => {
  await loadOwnTip(tx, session, tipId)
  const known = await readEntries(tx, tipId)
  if (known.length >= entriesMax)
    throw new Problem('too-large', `A tip has ${entriesMax} records of clocks at most.`)
  const at = readMoment(wish, now)
  if (wish.renews !== undefined) checkRenewal(wish, known, at)
  const { entry_id } = await tx.one(
    q
      .insertInto('clock_entry')
      .values({
        tip_id: tipId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        kind: wish.kind,
        party: wish.party.trim() || refuse('/body/party', 'Say to whom, or which court.'),
        reference: wish.reference?.trim() || null,
        method: wish.kind === 'warrant return' ? null : wish.method?.trim() || null,
        at,
        renews: wish.renews ?? null,
        recorded_at: now,
      })
      .returning('entry_id'),
  )
  await record(tx, now, {
    action: 'tip.clock-recorded',
    object: { kind: 'tip', id: tipId },
    details: { entry: entry_id, kind: wish.kind },
  })
  await keepClocks(tx, [tipId], now)
  const made = await readEntry(tx, tipId, entry_id)
  if (!made) throw new Error('a record that was just kept is not there')
  return made
}

const readMoment = (wish: ClockEntryRequest, now: Date): Date => {
  const read = normalTime(wish.at)
  const at = read
    ? new Date(read.utc)
    : refuse('/body/at', 'Give a date and time with its zone, such as 2026-11-22T10:00:00Z.')
  if (wish.kind === 'preservation letter' && at.getTime() > now.getTime() + aheadMsMax)
    refuse('/body/at', 'A letter is recorded once it was sent; this moment is still to come.')
  if (wish.kind === 'warrant return' && at.getTime() > now.getTime() + returnDaysMax * 86_400_000)
    refuse('/body/at', `That is more than ${returnDaysMax} days away.`)
  return at
}

const checkRenewal = (wish: ClockEntryRequest, known: readonly ClockEntry[], at: Date): void => {
  const first = known.find((entry) => entry.entryId === wish.renews && entry.ended === null)
  if (wish.kind !== 'preservation letter' || first?.kind !== 'preservation letter' || first.renews !== null)
    refuse('/body/renews', 'A renewal names a first preservation letter that stands on this tip.')
  if (first && at.getTime() < Date.parse(first.at))
    refuse('/body/at', 'A renewal is sent after the letter that it renews.')
}
