import { type AgencyTime, type AgencyTimeRequest, agencyTimesMax } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { checkDays } from './log-windows.ts'
import { remakeClocks } from './remake.ts'

type Row = Omit<AgencyTime, 'at'> & { at: Date }

const columns = `w.time_id as "timeId", w.name, w.hours, w.band, w.authority, w.from_day::text as "from", w.to_day::text as "to",
  p.name as "by", w.at`

/** The agency's own times, the newest first; those that have ended are among them. */
export const listAgencyTimes = async (tx: Transaction, session: Session): Promise<AgencyTime[]> =>
  (
    await tx.prepared<Row>(
      'agency-times',
      `select ${columns} from agency_time w join person p using (person_id) where w.agency_id = $1 order by w.time_id desc`,
      [session.actor.agencyId],
    )
  ).map((row) => ({ ...row, at: row.at.toISOString() }))

/** Sets a time. Tips that are open have its clock from now on. @throws Problem bad-request, too-large */
export const addAgencyTime = async (
  tx: Transaction,
  session: Session,
  wish: AgencyTimeRequest,
  now: Date,
): Promise<AgencyTime> => {
  checkDays({ from: wish.from, to: wish.to })
  if ((await listAgencyTimes(tx, session)).length >= agencyTimesMax)
    throw new Problem('too-large', `An agency has ${agencyTimesMax} times of its own at most.`)
  const [row] = await tx.prepared<{ time_id: string }>(
    'agency-time-add',
    `insert into agency_time (agency_id, person_id, name, hours, band, authority, from_day, to_day, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning time_id`,
    [
      session.actor.agencyId,
      session.personId,
      wish.name.trim(),
      wish.hours,
      wish.band?.trim() ?? null,
      wish.authority.trim(),
      wish.from,
      wish.to ?? null,
      now,
    ],
  )
  await record(tx, now, {
    action: 'agency.time-added',
    object: { kind: 'agency-time', id: row?.time_id ?? '' },
    details: { hours: wish.hours },
  })
  await remakeClocks(tx, session)
  return loadTime(tx, session, row?.time_id ?? '')
}

/** Ends a time on a day: tips made available after it have no such clock. @throws Problem not-found, conflict, bad-request */
export const endAgencyTime = async (
  tx: Transaction,
  session: Session,
  wish: { timeId: string; to: string; because: string },
  now: Date,
): Promise<AgencyTime> => {
  const known = await loadTime(tx, session, wish.timeId)
  if (known.to !== null) throw new Problem('conflict', 'This time ends already.')
  checkDays({ from: known.from, to: wish.to })
  await tx.prepared(
    'agency-time-end',
    'update agency_time set to_day = $2, ended_by = $3, ended_because = $4 where time_id = $1',
    [wish.timeId, wish.to, session.personId, wish.because],
  )
  await record(tx, now, {
    action: 'agency.time-ended',
    object: { kind: 'agency-time', id: wish.timeId },
    details: { to: wish.to },
  })
  await remakeClocks(tx, session)
  return loadTime(tx, session, wish.timeId)
}

const loadTime = async (tx: Transaction, session: Session, timeId: string): Promise<AgencyTime> => {
  const found = (await listAgencyTimes(tx, session)).find((each) => each.timeId === timeId)
  if (!found) throw new Problem('not-found', 'Your agency has no such time.')
  return found
}
