import type { SessionView } from '@opentipline/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { serve, serveOpen } from '../../http/endpoint.ts'
import { permit } from '../../http/permit.ts'
import { Problem } from '../../http/problem.ts'
import { readSession } from '../../http/read-session.ts'
import { type Session, sessionView } from '../../http/session.ts'
import { clearSessionCookie, ensureDevice, setSessionCookie } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { actFor } from './act-for.ts'
import { endSession } from './end-session.ts'
import { lockSession } from './lock-session.ts'
import { listDemoPeople, signInAsDemoPerson } from './sign-in-demo.ts'
import { stepUpAsDemoPerson } from './step-up-demo.ts'

const demoNotice =
  'This is a demonstration on this computer alone. Every report, person and place in it is synthetic. Anybody at this computer can sign in as anybody listed.'

/** The session that a token just made or turned opens, as the desk shows it. */
const viewOf = async (
  services: Services,
  request: FastifyRequest,
  token: string,
  device: Buffer,
): Promise<SessionView> => {
  const found = await readSession(services, { token, device, source: request.ip, unattended: false })
  if (!found) throw new Problem('not-signed-in')
  return show(services, found.session)
}

const show = (services: Services, session: Session): Promise<SessionView> =>
  services.database.transaction(session.actor, (tx) => sessionView(tx, session, services.demo))

export const peopleRoutes = (app: FastifyInstance, services: Services): void => {
  serve(app, services, 'readSession', async ({ session }) => {
    permit(session, 'readSession', 'none')
    return show(services, session)
  })

  serve(app, services, 'endSession', async ({ session, reply }) => {
    permit(session, 'endSession', 'none')
    await endSession(services, session)
    clearSessionCookie(reply)
    return {}
  })

  serve(app, services, 'lockSession', async ({ session }) => {
    permit(session, 'lockSession', 'none')
    await lockSession(services, session)
    return {}
  })

  serve(app, services, 'actFor', async ({ session, body, request, reply }) => {
    permit(session, 'actFor', 'none')
    const token = await actFor(services, session, body.agencyId)
    setSessionCookie(reply, token)
    return viewOf(services, request, token, ensureDevice(request, reply))
  })

  serve(app, services, 'stepUpAsDemoPerson', async ({ session, request, reply }) => {
    permit(session, 'stepUpAsDemoPerson', 'none')
    const token = await stepUpAsDemoPerson(services, session)
    setSessionCookie(reply, token)
    return viewOf(services, request, token, ensureDevice(request, reply))
  })

  serveOpen(app, services, 'listDemoPeople', async ({ request }) => ({
    demo: services.demo,
    people: await listDemoPeople(services, request.ip),
    notice: services.demo ? demoNotice : '',
  }))

  serveOpen(app, services, 'signInAsDemoPerson', async ({ body, request, reply }) => {
    const device = ensureDevice(request, reply)
    const token = await signInAsDemoPerson(services, body.personId, device, request.ip)
    setSessionCookie(reply, token)
    return viewOf(services, request, token, device)
  })
}
