import type { SignInMethod } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import { record } from '../ledger/index.ts'

/**
 * Begins a session and gives its token: always a new one, whatever the browser brought. A session that was begun in the
 * same browser ends: nobody holds its token any more but by a copy. As the door.
 */
export const beginSession = async (
  tx: Transaction,
  who: { personId: string; agencyId: string },
  method: SignInMethod,
  device: Buffer,
  now: Date,
): Promise<string> => {
  await endThoseOf(tx, device, now)
  const token = newToken()
  await tx.prepared(
    'session-begin',
    `insert into session (token_sha256, person_id, agency_id, method, device_sha256, created_at, last_seen_at, turned_at, proven_at)
     values ($1, $2, $3, $4, $5, $6, $6, $6, $6)`,
    [tokenDigest(token), who.personId, who.agencyId, method, device, now],
  )
  await record(tx, now, {
    action: 'session.began',
    object: { kind: 'person', id: who.personId },
    details: { by: method },
  })
  return token
}

const endThoseOf = async (tx: Transaction, device: Buffer, now: Date): Promise<void> => {
  const ended = await tx.prepared<{ person_id: string }>(
    'session-replace',
    'update session set ended_at = $2 where device_sha256 = $1 and ended_at is null returning person_id',
    [device, now],
  )
  for (const { person_id: id } of ended)
    await record(tx, now, {
      action: 'session.ended',
      object: { kind: 'person', id },
      reason: 'another sign-in in the same browser',
    })
}
