import type { SignInMethod } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import { record } from '../ledger/index.ts'

/** Begins a session and gives its token: always a new one, whatever the browser brought. As the door. */
export const beginSession = async (
  tx: Transaction,
  who: { personId: string; agencyId: string },
  method: SignInMethod,
  device: Buffer,
  now: Date,
): Promise<string> => {
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
