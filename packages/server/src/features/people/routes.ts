import type { FastifyInstance } from 'fastify'
import { serve, serveOpen } from '../../http/endpoint.ts'
import { permit } from '../../http/permit.ts'
import { Problem } from '../../http/problem.ts'
import { clearSessionCookie, readSessionToken, setSessionCookie } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { actFor } from './act-for.ts'
import { endSession } from './end-session.ts'
import { readSession, sessionView } from '../../http/session.ts'
import { listDemoPeople, signInAsDemoPerson } from './sign-in-demo.ts'

const demoNotice =
  'This is a demonstration on this computer alone. Every report, person and place in it is synthetic. Anybody at this computer can sign in as anybody listed.'

export const peopleRoutes = (app: FastifyInstance, services: Services): void => {
  serve(app, services, 'readSession', async ({ session }) => {
    permit(session, 'readSession', 'none')
    return services.database.transaction(session.actor, (tx) => sessionView(tx, session, services.demo))
  })

  serve(app, services, 'endSession', async ({ session, reply }) => {
    permit(session, 'endSession', 'none')
    await endSession(services, session)
    clearSessionCookie(reply)
    return {}
  })

  serve(app, services, 'actFor', async ({ session, body, request }) => {
    permit(session, 'actFor', 'none')
    await actFor(services, session, body.agencyId)
    const token = readSessionToken(request)
    const turned = token ? await readSession(services, token, request.ip) : undefined
    if (!turned) throw new Problem('not-signed-in')
    return services.database.transaction(turned.actor, (tx) => sessionView(tx, turned, services.demo))
  })

  serveOpen(app, services, 'listDemoPeople', async ({ request }) => ({
    demo: services.demo,
    people: await listDemoPeople(services, request.ip),
    notice: services.demo ? demoNotice : '',
  }))

  serveOpen(app, services, 'signInAsDemoPerson', async ({ body, request, reply }) => {
    const { token, session } = await signInAsDemoPerson(services, body.personId, request.ip)
    setSessionCookie(reply, token)
    return services.database.transaction(session.actor, (tx) => sessionView(tx, session, services.demo))
  })
}
