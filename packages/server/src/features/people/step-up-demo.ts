import { Problem } from '../../http/problem.ts'
import { atTheDoor } from '../../http/read-session.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { proveSession } from './prove.ts'

/**
 * What stands for a proof in a demonstration: saying that it is one. Only for people of the demonstration, and only
 * where the server runs as one. Gives the session's new token.
 */
export const stepUpAsDemoPerson = (services: Services, session: Session): Promise<string> => {
  if (!services.demo || !session.isDemoPerson)
    throw new Problem(
      'not-found',
      'This is no demonstration: prove who you are with what you signed in with.',
    )
  return services.database.transaction(atTheDoor(session), (tx) =>
    proveSession(tx, session, 'demonstration', services.now()),
  )
}
