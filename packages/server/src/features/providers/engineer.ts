import type { OperationName } from '@opentipline/contract'
import { mayDo } from '@opentipline/domain'
import type { EngineerActor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'

/**
 * The signed-in person as an engineer of their provider: load and may-I of the provider's operations in one.
 * @throws Problem not-allowed when they are none, or belong to no provider
 */
export const engineerOf = async (
  services: Pick<Services, 'database'>,
  session: Session,
  operation: OperationName,
  environment: Environment = 'live',
): Promise<EngineerActor> => {
  const { personId, source } = session.actor
  const isEngineer = mayDo(operation, session.membership.role, 'own provider')
  const place = isEngineer
    ? await services.database.transaction(session.actor, (tx) =>
        tx.maybe(
          q
            .selectFrom('provider_person')
            .where('person_id', '=', personId)
            .where('ended_at', 'is', null)
            .select('provider_id'),
        ),
      )
    : undefined
  if (!place)
    throw new Problem(
      'not-allowed',
      isEngineer
        ? 'You belong to no provider yet. Ask the clearinghouse to add you to yours.'
        : `As ${session.membership.role} you may not do this: it is for the engineers of a provider.`,
    )
  return {
    role: 'tipline_intake',
    kind: 'engineer',
    personId,
    providerId: place.provider_id,
    environment,
    source,
  }
}
