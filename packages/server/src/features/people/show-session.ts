import type { SessionView } from '@opentipline/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../http/problem.ts'
import { readSession } from '../../http/read-session.ts'
import { type Session, sessionView } from '../../http/session.ts'
import { setSessionCookie } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'

export const showSession = (services: Services, session: Session): Promise<SessionView> =>
  services.database.transaction(session.actor, (tx) => sessionView(tx, session, services.demo))

/** Gives the browser a token that was just made or turned, and shows the session that it opens. */
export const giveSession = async (
  services: Services,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  token: string,
  device: Buffer,
): Promise<SessionView> => {
  setSessionCookie(reply, token)
  const found = await readSession(services, { token, device, source: request.ip, unattended: false })
  if (!found) throw new Problem('not-signed-in')
  return showSession(services, found.session)
}
