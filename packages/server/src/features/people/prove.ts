import type { SignInMethod } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import { record } from '../ledger/index.ts'

/**
 * Writes down that the person has just proven who they are: the session is unlocked, its proof fresh, its token turned.
 * Gives the new token. As the door.
 */
export const proveSession = async (
  tx: Transaction,
  session: Pick<Session, 'sessionId' | 'personId' | 'isLocked'>,
  by: SignInMethod,
  now: Date,
): Promise<string> => {
  const token = newToken()
  const turned = await tx.prepared(
    'session-prove',
    `update session set proven_at = $3, last_seen_at = $3, locked_at = null, turned_at = $3,
       previous_token_sha256 = token_sha256, token_sha256 = $2
     where session_id = $1 and ended_at is null returning 1`,
    [session.sessionId, tokenDigest(token), now],
  )
  if (turned.length === 0) throw new Error('a session that was just read is over')
  await record(tx, now, {
    action: session.isLocked ? 'session.unlocked' : 'session.proven',
    object: { kind: 'person', id: session.personId },
    details: { by },
  })
  return token
}
