import type { FastifyInstance } from 'fastify'
import { serve, serveOpen } from '../../http/endpoint.ts'
import { permit } from '../../http/permit.ts'
import { clearSessionCookie, ensureDevice } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { accessRoutes } from './access-routes.ts'
import { actFor } from './act-for.ts'
import { endSession } from './end-session.ts'
import { lockSession } from './lock-session.ts'
import { giveSession, showSession } from './show-session.ts'
import { listDemoPeople, signInAsDemoPerson } from './sign-in-demo.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { stepUpAsDemoPerson } from './step-up-demo.ts'

export const peopleRoutes = (app: FastifyInstance, services: Services): void => {
  serve(app, services, 'readSession', async ({ session }) => {
    permit(session, 'readSession', 'none')
    return showSession(services, session)
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

  serve(app, services, 'actFor', async (call) => {
    permit(call.session, 'actFor', 'none')
    const token = await actFor(services, call.session, call.body.agencyId)
    return giveSession(services, call, token, ensureDevice(call.request, call.reply))
  })

  serve(app, services, 'stepUpAsDemoPerson', async (call) => {
    permit(call.session, 'stepUpAsDemoPerson', 'none')
    const token = await stepUpAsDemoPerson(services, call.session)
    return giveSession(services, call, token, ensureDevice(call.request, call.reply))
  })

  serveOpen(app, services, 'listDemoPeople', async ({ request }) => ({
    demo: services.demo,
    people: await listDemoPeople(services, request.ip),
  }))

  serveOpen(app, services, 'signInAsDemoPerson', async (call) => {
    const device = ensureDevice(call.request, call.reply)
    const token = await signInAsDemoPerson(services, call.body.personId, device, call.request.ip)
    return giveSession(services, call, token, device)
  })

  signInRoutes(app, services)
  accessRoutes(app, services)
}
