import { Problem } from '../../http/problem.ts'
import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import { newToken, tokenDigest } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

/** Turns the session to another agency the person belongs to; they act as one at a time. Gives its new token. */
export const actFor = (services: Services, session: Session, agencyId: string): Promise<string> =>
  services.database.transaction(atTheDoor(session), async (tx) => {
    // One agency's provider vouches for its own people, and to no other agency.
    if (session.method === 'oidc')
      throw new Problem(
        'not-allowed',
        'Your agency signed you in: you act for it alone. Sign in by passkey to act for another.',
      )
    const memberships = await tx.prepared(
      'membership-live',
      'select from membership where person_id = $1 and agency_id = $2 and ended_at is null',
      [session.personId, agencyId],
    )
    if (memberships.length === 0) throw new Problem('not-allowed', 'You do not belong to that agency.')
    const token = newToken()
    await tx.prepared(
      'session-agency',
      `update session set agency_id = $2, previous_token_sha256 = token_sha256, token_sha256 = $3, turned_at = $4
       where session_id = $1`,
      [session.sessionId, agencyId, tokenDigest(token), services.now()],
    )
    await record(tx, services.now(), {
      action: 'session.agency-changed',
      object: { kind: 'person', id: session.personId },
      details: { to: agencyId },
    })
    return token
  })
