import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'

/** Ends the session: the cookie opens nothing from now on. */
export const endSession = (services: Services, session: Session): Promise<void> =>
  services.database.transaction(atTheDoor(session), async (tx) => {
    await tx.prepared('session-end', 'update session set ended_at = $2 where session_id = $1', [
      session.sessionId,
      services.now(),
    ])
    await record(tx, services.now(), {
      action: 'session.ended',
      object: { kind: 'person', id: session.personId },
    })
  })
