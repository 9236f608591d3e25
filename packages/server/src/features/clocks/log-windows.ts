import { type LogWindow, type LogWindowRequest, logWindowsMax } from '@opentipline/contract'
import { isDay, parseNetwork } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { remakeClocks } from './remake.ts'

type Row = Omit<LogWindow, 'at' | 'asOf'> & { asOf: string; at: Date }

const columns = `w.window_id as "windowId", w.network, w.days, w.source, w.as_of::text as "asOf", w.from_day::text as "from",
  w.to_day::text as "to", p.name as "by", w.at`

const view = (row: Row): LogWindow => ({ ...row, at: row.at.toISOString() })

/** The agency's table, the newest entry first; those that have ended are among them. */
export const listLogWindows = async (tx: Transaction, session: Session): Promise<LogWindow[]> =>
  (
    await tx.prepared<Row>(
      'log-windows',
      `select ${columns} from log_window w join person p using (person_id) where w.agency_id = $1 order by w.window_id desc`,
      [session.actor.agencyId],
    )
  ).map(view)

const refuse = (path: string, message: string): never => {
  throw new Problem('bad-request', message, [{ path, message }])
}

/** Refuses days that are none and spans that end before they begin. */
export const checkDays = (days: {
  from: string
  to?: string | undefined
  asOf?: string | undefined
}): void => {
  for (const [name, day] of Object.entries(days))
    if (day !== undefined && !isDay(day)) refuse(`/body/${name}`, `${day} is no day of the calendar.`)
  if (days.to !== undefined && days.to < days.from)
    refuse('/body/to', 'It cannot end before the day on which it begins.')
}

/** Adds an entry. @throws Problem bad-request naming the field, too-large */
export const addLogWindow = async (
  tx: Transaction,
  session: Session,
  wish: LogWindowRequest,
  now: Date,
): Promise<LogWindow> => {
  checkDays({ from: wish.from, to: wish.to, asOf: wish.asOf })
  if (wish.asOf > now.toISOString().slice(0, 10))
    refuse('/body/asOf', 'A source cannot have been true on a day that is still to come.')
  if (wish.network.includes('/') && !parseNetwork(wish.network))
    refuse('/body/network', `${wish.network} is no network such as 198.51.100.0/24 or 2001:db8::/32.`)
  if ((await listLogWindows(tx, session)).length >= logWindowsMax)
    throw new Problem('too-large', `The table has ${logWindowsMax} entries at most.`)
  const [row] = await tx.prepared<{ window_id: string }>(
    'log-window-add',
    `insert into log_window (agency_id, person_id, network, days, source, as_of, from_day, to_day, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning window_id`,
    [
      session.actor.agencyId,
      session.personId,
      wish.network.trim(),
      wish.days,
      wish.source.trim(),
      wish.asOf,
      wish.from,
      wish.to ?? null,
      now,
    ],
  )
  await record(tx, now, {
    action: 'agency.log-window-added',
    object: { kind: 'log-window', id: row?.window_id ?? '' },
    details: { days: wish.days },
  })
  await remakeClocks(tx, session)
  return loadWindow(tx, session, row?.window_id ?? '')
}

/** Ends an entry on a day. @throws Problem not-found, conflict, bad-request */
export const endLogWindow = async (
  tx: Transaction,
  session: Session,
  wish: { windowId: string; to: string; because: string },
  now: Date,
): Promise<LogWindow> => {
  const known = await loadWindow(tx, session, wish.windowId)
  if (known.to !== null) throw new Problem('conflict', 'This entry ends already.')
  checkDays({ from: known.from, to: wish.to })
  await tx.prepared(
    'log-window-end',
    'update log_window set to_day = $2, ended_by = $3, ended_because = $4 where window_id = $1',
    [wish.windowId, wish.to, session.personId, wish.because],
  )
  await record(tx, now, {
    action: 'agency.log-window-ended',
    object: { kind: 'log-window', id: wish.windowId },
    details: { to: wish.to },
  })
  await remakeClocks(tx, session)
  return loadWindow(tx, session, wish.windowId)
}

const loadWindow = async (tx: Transaction, session: Session, windowId: string): Promise<LogWindow> => {
  const found = (await listLogWindows(tx, session)).find((each) => each.windowId === windowId)
  if (!found) throw new Problem('not-found', 'Your agency’s table has no such entry.')
  return found
}
