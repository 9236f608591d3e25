import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../platform/services.ts'
import { refuseHaste } from './person-pace.ts'
import { Problem } from './problem.ts'
import { readSession } from './read-session.ts'
import type { Session } from './session.ts'
import { readDevice, readSessionToken, setSessionCookie } from './session-cookie.ts'

/** The desk says with it that it asks by itself, while nobody touches it. */
const unattendedHeader = 'tipline-unattended'

/**
 * The session of a call. Where it was time to turn the token, the answer carries the new one.
 * @throws Problem not-signed-in; session-locked unless the operation works while it is locked; too-many-requests
 */
export const sessionOf = async (
  services: Pick<Services, 'database' | 'now' | 'personPace'>,
  request: FastifyRequest,
  reply: FastifyReply,
  worksLocked = false,
): Promise<Session> => {
  const token = readSessionToken(request)
  const found =
    token === undefined
      ? undefined
      : await readSession(services, {
          token,
          device: readDevice(request),
          source: request.ip,
          unattended: request.headers[unattendedHeader] !== undefined,
        })
  if (!found) throw new Problem('not-signed-in')
  if (found.freshToken !== undefined) setSessionCookie(reply, found.freshToken)
  await refuseHaste(services, found.session, (seconds) => void reply.header('retry-after', seconds))
  if (found.session.isLocked && !worksLocked) throw new Problem('session-locked')
  return found.session
}
