import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { endAffiliate, enterAffiliate } from './enter.ts'
import { listAffiliates } from './list.ts'

export const affiliateRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listAffiliates', async ({ session }) => {
    permit(session, 'listAffiliates', 'own agency')
    return database.transaction(session.actor, (tx) => listAffiliates(tx, session, now()))
  })

  serve(app, services, 'enterAffiliate', async ({ session, body }) => {
    permit(session, 'enterAffiliate', 'own agency')
    return database.transaction(session.actor, (tx) => enterAffiliate(tx, session, body, now()))
  })

  serve(app, services, 'endAffiliate', async ({ session, params, body }) => {
    permit(session, 'endAffiliate', 'own agency')
    return database.transaction(session.actor, (tx) => endAffiliate(tx, session, params.entryId, body, now()))
  })
}
