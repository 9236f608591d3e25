import type { FastifyInstance } from 'fastify'
import { permit, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { destructionRoutes } from './destruction-routes.ts'
import { listIncidents, resolveIncident } from './incidents.ts'
import { listFiles } from './list.ts'
import { liftOpenings } from './openings-limit.ts'
import { listOrphans } from './orphans.ts'
import { openFile } from './open.ts'
import { recordFileAuthority, withdrawFileAuthority } from './record-authority.ts'
import { readOpenedFile } from './stream.ts'
import { readViewing, readViewingSums, setViewing } from './viewing.ts'

export const fileRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, law } = services

  serve(app, services, 'listFiles', async ({ session, params }) => {
    permit(session, 'listFiles', 'own agency')
    return database.transaction(session.actor, (tx) => listFiles(tx, session, params.tipId, law, now()))
  })

  serve(app, services, 'recordFileAuthority', async ({ session, params, body }) => {
    permit(session, 'recordFileAuthority', 'own agency')
    return database.transaction(session.actor, (tx) => recordFileAuthority(tx, session, params, body, now()))
  })

  serve(app, services, 'withdrawFileAuthority', async ({ session, params, body }) => {
    permit(session, 'withdrawFileAuthority', 'own agency')
    await database.transaction(session.actor, (tx) =>
      withdrawFileAuthority(tx, session, { ...params, ...body }, now()),
    )
    return {}
  })

  serve(app, services, 'openFile', async ({ session, params, body }) => {
    permit(session, 'openFile', 'own agency')
    return openFile(services, session, params, body, () => requireStepUp(session, services))
  })

  serve(app, services, 'readOpenedFile', async ({ session, params, request, reply }) => {
    permit(session, 'readOpenedFile', 'own agency')
    const { stream, type, sizeBytes, range } = await readOpenedFile(
      services,
      session,
      params.openingId,
      request.headers.range,
    )
    const length = range ? range.endExclusive - range.start : sizeBytes
    // Whatever it is, it is bytes: no page of it may run, and its name is ours and says nothing.
    void reply.type(type).headers({
      'content-disposition': `attachment; filename="opening-${params.openingId}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'accept-ranges': 'bytes',
      'content-length': length,
    })
    if (range)
      void reply
        .code(206)
        .header('content-range', `bytes ${range.start}-${range.endExclusive - 1}/${sizeBytes}`)
    return stream
  })

  exposureRoutes(app, services)
  destructionRoutes(app, services)
}

/** What is counted of opening, and evidence that is not what it was. */
const exposureRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readViewing', async ({ session }) => {
    permit(session, 'readViewing', 'own agency')
    return database.transaction(session.actor, (tx) => readViewing(tx, session, now()))
  })

  serve(app, services, 'setViewing', async ({ session, body }) => {
    permit(session, 'setViewing', 'own agency')
    return database.transaction(session.actor, (tx) => setViewing(tx, session, body, now()))
  })

  serve(app, services, 'liftOpenings', async ({ session, body }) => {
    permit(session, 'liftOpenings', 'own agency')
    await database.transaction(session.actor, (tx) => liftOpenings(tx, session, body, now()))
    return {}
  })

  serve(app, services, 'readViewingSums', async ({ session }) => {
    permit(session, 'readViewingSums', 'own agency')
    return database.transaction(session.actor, (tx) => readViewingSums(tx, now()))
  })

  serve(app, services, 'listIncidents', async ({ session }) => {
    permit(session, 'listIncidents', 'clearinghouse')
    return database.transaction(session.actor, async (tx) => ({
      incidents: await listIncidents(tx),
      orphans: await listOrphans(tx),
    }))
  })

  serve(app, services, 'resolveIncident', async ({ session, params, body }) => {
    permit(session, 'resolveIncident', 'clearinghouse')
    return database.transaction(session.actor, (tx) =>
      resolveIncident(tx, session, { ...params, ...body }, now()),
    )
  })
}
