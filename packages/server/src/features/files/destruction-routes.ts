import type { FastifyInstance } from 'fastify'
import { permit, requireStepUp, serve, type Session } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { decideDestruction, withdrawDestruction } from './decide-destruction.ts'
import { readCertificate } from './destruction-certificate.ts'
import { listDestructions } from './destruction-view.ts'
import { proposeDestruction } from './propose-destruction.ts'

/** As an agency, or as the clearinghouse: each has its line in the permission table. */
const standing = (session: Session) =>
  session.actor.isClearinghouse ? ('clearinghouse' as const) : ('own agency' as const)

export const destructionRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listDestructions', async ({ session }) => {
    permit(session, 'listDestructions', 'none')
    return database.transaction(session.actor, (tx) => listDestructions(tx, session, now()))
  })

  serve(app, services, 'proposeDestruction', async ({ session, params, body }) => {
    permit(session, 'proposeDestruction', standing(session))
    requireStepUp(session, services)
    return database.transaction(session.actor, (tx) =>
      proposeDestruction(tx, session, params.fileId, body, now()),
    )
  })

  serve(app, services, 'decideDestruction', async ({ session, params, body }) => {
    permit(session, 'decideDestruction', standing(session))
    requireStepUp(session, services)
    return decideDestruction(services, session, params.destructionId, body)
  })

  serve(app, services, 'withdrawDestruction', async ({ session, params, body }) => {
    permit(session, 'withdrawDestruction', standing(session))
    return database.transaction(session.actor, (tx) =>
      withdrawDestruction(tx, session, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'readDestructionCertificate', async ({ session, params }) => {
    permit(session, 'readDestructionCertificate', standing(session))
    return readCertificate(services, session, params.destructionId)
  })
}
