import { q } from '../../db/query.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import type { Session } from '../../http/session.ts'

/** Ends the session: the cookie opens nothing from now on. */
export const endSession = (services: Services, session: Session): Promise<void> =>
  services.database.transaction(session.actor, async (tx) => {
    await tx.rows(
      q
        .updateTable('session')
        .set({ ended_at: services.now() })
        .where('token_sha256', '=', session.tokenSha256),
    )
    await record(tx, services.now(), {
      action: 'session.ended',
      object: { kind: 'person', id: session.personId },
    })
  })
