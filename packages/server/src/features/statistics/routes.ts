import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { periodOf } from '../outcomes/index.ts'
import { readCountyMap } from './county-map.ts'
import { readStatistics } from './read.ts'

export const statisticsRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readStatistics', async ({ session, query }) => {
    permit(session, 'readStatistics', session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')
    const period = periodOf(query, now())
    return database.transaction(session.actor, (tx) => readStatistics(tx, session, period, now()))
  })

  serve(app, services, 'readCountyMap', async ({ session, params }) => {
    permit(session, 'readCountyMap', 'none')
    return readCountyMap(params.state)
  })
}
