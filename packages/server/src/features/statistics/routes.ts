import type { FastifyInstance } from 'fastify'
import { answerSheet, permit, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { periodOf } from '../outcomes/index.ts'
import { readCountyMap } from './county-map.ts'
import { exportStatistics } from './export-statistics.ts'
import { exportWaiting } from './export-waiting.ts'
import { readStatistics } from './read.ts'
import { readWaiting } from './waiting.ts'

export const statisticsRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readStatistics', async ({ session, query }) => {
    permit(session, 'readStatistics', session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')
    const period = periodOf(query, now())
    return database.transaction(session.actor, (tx) => readStatistics(tx, session, period, now()))
  })

  serve(app, services, 'exportStatistics', async ({ session, query, reply }) => {
    permit(session, 'exportStatistics', session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')
    requireStepUp(session, services)
    const period = periodOf(query, now())
    const bytes = await database.transaction(session.actor, (tx) =>
      exportStatistics(tx, session, query, period, now()),
    )
    return answerSheet(reply, 'statistics', query.format, bytes)
  })

  serve(app, services, 'readWaiting', async ({ session, query }) => {
    permit(session, 'readWaiting', 'own agency')
    return database.transaction(session.actor, (tx) => readWaiting(tx, session, query.waits, now()))
  })

  serve(app, services, 'exportWaiting', async ({ session, query, reply }) => {
    permit(session, 'exportWaiting', 'own agency')
    requireStepUp(session, services)
    const bytes = await database.transaction(session.actor, (tx) => exportWaiting(tx, session, query, now()))
    return answerSheet(reply, 'waiting', query.format, bytes)
  })

  serve(app, services, 'readCountyMap', async ({ session, params }) => {
    permit(session, 'readCountyMap', 'none')
    return readCountyMap(params.state)
  })
}
