import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

/** Locks the session at the person's wish, or when the desk sees that nobody is there. */
export const lockSession = (services: Services, session: Session): Promise<void> =>
  services.database.transaction(atTheDoor(session), async (tx) => {
    await tx.prepared('session-lock', 'update session set locked_at = $2 where session_id = $1', [
      session.sessionId,
      services.now(),
    ])
    await record(tx, services.now(), {
      action: 'session.locked',
      object: { kind: 'person', id: session.personId },
    })
  })
