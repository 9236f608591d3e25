import type { FastifyInstance } from 'fastify'
import { permit, requireStepUp, serve, serveOpen } from '../../http/index.ts'
import { ensureDevice } from '../../http/session-cookie.ts'
import type { Services } from '../../platform/services.ts'
import { readOwnSettings, setOwnSettings } from './own-settings.ts'
import { endOwnSession, readAccount, removePasskey } from './account.ts'
import { askChange } from './change-access.ts'
import { beginDevice, finishDevice } from './device.ts'
import { beginEnrolment, finishEnrolment, readInvitation } from './invitation.ts'
import { beginOidc, oidcCallback } from './oidc.ts'
import { oidcAgencies } from './oidc-provider.ts'
import { giveSession } from './show-session.ts'
import { beginPasskeySignIn, beginProof, finishPasskeySignIn, finishProof } from './sign-in-passkey.ts'

/** Signing in, proving who one is, and one's own account. */
export const signInRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, site } = services

  serveOpen(app, services, 'readSignIn', async ({ request }) => ({
    notice: site.notice,
    passkeys: { origin: site.origin(), possible: site.rpId() !== null },
    oidc: await oidcAgencies(services, request.ip),
  }))

  serveOpen(app, services, 'beginPasskeySignIn', ({ request, reply }) =>
    beginPasskeySignIn(services, ensureDevice(request, reply), request.ip),
  )

  serveOpen(app, services, 'finishPasskeySignIn', async (call) => {
    const device = ensureDevice(call.request, call.reply)
    const token = await finishPasskeySignIn(services, call.body, device, call.request.ip)
    return giveSession(services, call, token, device)
  })

  serveOpen(app, services, 'readInvitation', ({ body, request }) =>
    readInvitation(services, body.token, request.ip),
  )

  serveOpen(app, services, 'beginEnrolment', ({ body, request, reply }) =>
    beginEnrolment(services, body.token, ensureDevice(request, reply), request.ip),
  )

  serveOpen(app, services, 'finishEnrolment', async (call) => {
    const device = ensureDevice(call.request, call.reply)
    const token = await finishEnrolment(services, call.body, device, call.request.ip)
    return giveSession(services, call, token, device)
  })

  serveOpen(app, services, 'beginOidcSignIn', async ({ body, request, reply }) => ({
    url: await beginOidc(services, { agencyId: body.agencyId }, request, reply),
  }))

  serve(app, services, 'beginProof', ({ session, request, reply }) => {
    permit(session, 'beginProof', 'none')
    return beginProof(services, session, ensureDevice(request, reply))
  })

  serve(app, services, 'finishProof', async (call) => {
    permit(call.session, 'finishProof', 'none')
    const device = ensureDevice(call.request, call.reply)
    const token = await finishProof(services, call.session, call.body, device)
    return giveSession(services, call, token, device)
  })

  serve(app, services, 'beginOidcProof', async ({ session, request, reply }) => {
    permit(session, 'beginOidcProof', 'none')
    return { url: await beginOidc(services, { agencyId: session.actor.agencyId, session }, request, reply) }
  })

  serve(app, services, 'readAccount', async ({ session }) => {
    permit(session, 'readAccount', 'none')
    return database.transaction(session.actor, (tx) => readAccount(tx, session, now()))
  })

  serve(app, services, 'readOwnSettings', async ({ session }) => {
    permit(session, 'readOwnSettings', 'none')
    return database.transaction(session.actor, (tx) => readOwnSettings(tx, session))
  })

  serve(app, services, 'setOwnSettings', async ({ session, body }) => {
    permit(session, 'setOwnSettings', 'none')
    return database.transaction(session.actor, (tx) => setOwnSettings(tx, session, body, now()))
  })

  serve(app, services, 'endOwnSession', async ({ session, params }) => {
    permit(session, 'endOwnSession', 'none')
    requireStepUp(session, services)
    await database.transaction(session.actor, (tx) => endOwnSession(tx, session, params.sessionId, now()))
    return {}
  })

  serve(app, services, 'removePasskey', async ({ session, params }) => {
    permit(session, 'removePasskey', 'none')
    requireStepUp(session, services)
    await database.transaction(session.actor, (tx) => removePasskey(tx, session, params.passkeyId, now()))
    return {}
  })

  serve(app, services, 'askDevice', async ({ session, body }) => {
    permit(session, 'askDevice', 'none')
    requireStepUp(session, services)
    const wish = { kind: 'device', personId: session.personId, because: body.because } as const
    await database.transaction(session.actor, (tx) => askChange(tx, services, session, wish, now()))
    return {}
  })

  serve(app, services, 'beginDevice', ({ session, request, reply }) => {
    permit(session, 'beginDevice', 'none')
    requireStepUp(session, services)
    return beginDevice(services, session, ensureDevice(request, reply))
  })

  serve(app, services, 'finishDevice', async ({ session, body, request, reply }) => {
    permit(session, 'finishDevice', 'none')
    requireStepUp(session, services)
    await finishDevice(services, session, body, ensureDevice(request, reply))
    return {}
  })

  oidcCallback(app, services)
}
