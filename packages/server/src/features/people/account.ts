import type { Account, SignInMethod } from '@opentipline/contract'
import { sessionHoursMax, sessionIdleMinutesMax } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { deviceMs, minuteMs } from './limits.ts'

/** One's own passkeys and sessions. As the person. */
export const readAccount = async (tx: Transaction, session: Session, now: Date): Promise<Account> => {
  const passkeys = await tx.prepared<{
    passkey_id: string
    label: string
    created_at: Date
    last_used_at: Date | null
    backed_up: boolean
  }>(
    'account-passkeys',
    `select passkey_id, label, created_at, last_used_at, backed_up from passkey
     where person_id = $1 and ended_at is null order by created_at, passkey_id`,
    [session.personId],
  )
  const sessions = await tx.prepared<{
    session_id: string
    created_at: Date
    last_seen_at: Date
    method: SignInMethod
    locked_at: Date | null
  }>(
    'account-sessions',
    `select session_id, created_at, last_seen_at, method, locked_at from session
     where person_id = $1 and ended_at is null and created_at > $2 order by created_at desc, session_id limit 100`,
    [session.personId, new Date(now.getTime() - sessionHoursMax * 60 * minuteMs)],
  )
  return {
    personId: session.personId,
    passkeys: passkeys.map((row) => ({
      passkeyId: row.passkey_id,
      label: row.label,
      createdAt: row.created_at.toISOString(),
      ...(row.last_used_at ? { lastUsedAt: row.last_used_at.toISOString() } : {}),
      backedUp: row.backed_up,
    })),
    sessions: sessions.map((row) => ({
      sessionId: row.session_id,
      beganAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      method: row.method,
      locked:
        row.locked_at !== null ||
        now.getTime() - row.last_seen_at.getTime() > sessionIdleMinutesMax * minuteMs,
      current: row.session_id === session.sessionId,
    })),
    device: await deviceState(tx, session, now),
  }
}

type DeviceRow = { change_id: string; state: string; decided_at: Date | null }

/** The approval by which a person may register a further device now. */
export const approvedDevice = async (
  tx: Transaction,
  personId: string,
  agencyId: string,
  now: Date,
): Promise<DeviceRow | undefined> => {
  const [row] = await tx.prepared<DeviceRow>(
    'device-approved',
    `select change_id, state, decided_at from access_change where person_id = $1 and agency_id = $2 and kind = 'device'
       and state in ('approved', 'alone') and used_at is null and decided_at > $3 order by decided_at desc limit 1`,
    [personId, agencyId, new Date(now.getTime() - deviceMs)],
  )
  return row
}

const deviceState = async (tx: Transaction, session: Session, now: Date): Promise<Account['device']> => {
  const { agencyId } = session.actor
  const approved = await approvedDevice(tx, session.personId, agencyId, now)
  if (approved?.decided_at)
    return {
      state: 'approved',
      until: new Date(approved.decided_at.getTime() + deviceMs).toISOString(),
    }
  const waiting = await tx.prepared(
    'device-waiting',
    `select from access_change where person_id = $1 and agency_id = $2 and kind = 'device' and state = 'waiting'`,
    [session.personId, agencyId],
  )
  return { state: waiting.length > 0 ? 'waiting' : 'none' }
}

/** Ends another session of one's own. As the person: row security shows them no one else's. */
export const endOwnSession = async (
  tx: Transaction,
  session: Session,
  sessionId: string,
  now: Date,
): Promise<void> => {
  const ended = await tx.prepared(
    'account-end-session',
    `update session set ended_at = $3 where session_id = $1 and person_id = $2 and ended_at is null returning 1`,
    [sessionId, session.personId, now],
  )
  if (ended.length === 0) throw new Problem('not-found')
  await record(tx, now, {
    action: 'session.ended',
    object: { kind: 'person', id: session.personId },
    reason: 'ended from another session',
  })
}

/**
 * Removes a passkey of one's own, but not the last: its person would be shut out. Whoever removes one may have lost it to
 * somebody, so that every other session ends with it. As the person.
 */
export const removePasskey = async (
  tx: Transaction,
  session: Session,
  passkeyId: string,
  now: Date,
): Promise<void> => {
  const rows = await tx.prepared<{ passkey_id: string }>(
    'account-passkeys-locked',
    'select passkey_id from passkey where person_id = $1 and ended_at is null for update',
    [session.personId],
  )
  if (!rows.some((row) => row.passkey_id === passkeyId)) throw new Problem('not-found')
  if (rows.length === 1)
    throw new Problem('conflict', 'This is your last passkey. Register another before you remove it.')
  await tx.prepared('account-passkey-end', 'update passkey set ended_at = $2 where passkey_id = $1', [
    passkeyId,
    now,
  ])
  const others = await tx.prepared(
    'account-end-others',
    'update session set ended_at = $3 where person_id = $1 and session_id <> $2 and ended_at is null returning 1',
    [session.personId, session.sessionId, now],
  )
  for (const _ of others)
    await record(tx, now, {
      action: 'session.ended',
      object: { kind: 'person', id: session.personId },
      reason: 'a passkey was removed',
    })
  await record(tx, now, {
    action: 'passkey.removed',
    object: { kind: 'person', id: session.personId },
    details: { passkey: passkeyId },
  })
}
