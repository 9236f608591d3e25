import { q } from '../../db/query.ts'
import { Problem } from '../../http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import type { Session } from '../../http/session.ts'

/** Turns the session to another agency the person belongs to; they act as one at a time. */
export const actFor = (services: Services, session: Session, agencyId: string): Promise<void> =>
  services.database.transaction(session.actor, async (tx) => {
    const membership = await tx.maybe(
      q
        .selectFrom('membership')
        .where('person_id', '=', session.personId)
        .where('agency_id', '=', agencyId)
        .where('ended_at', 'is', null)
        .select('role'),
    )
    if (!membership) throw new Problem('not-allowed', 'You do not belong to that agency.')
    await tx.rows(
      q.updateTable('session').set({ agency_id: agencyId }).where('token_sha256', '=', session.tokenSha256),
    )
    await record(tx, services.now(), {
      action: 'session.agency-changed',
      object: { kind: 'person', id: session.personId },
      details: { to: agencyId },
    })
  })
