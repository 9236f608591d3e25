import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { drawSample } from './draw.ts'
import { readMissRates } from './miss-rates.ts'
import { readSampling } from './read.ts'
import { readSampleDraw } from './read-draw.ts'
import { judgeReading, leaveReading, takeReading } from './reading.ts'

export const samplingRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readSampling', async ({ session }) => {
    permit(session, 'readSampling', 'own agency')
    return database.transaction(session.actor, (tx) => readSampling(tx, session))
  })

  serve(app, services, 'readMissRates', async ({ session }) => {
    permit(session, 'readMissRates', 'own agency')
    return database.transaction(session.actor, (tx) => readMissRates(tx, session))
  })

  serve(app, services, 'drawSample', async ({ session }) => {
    permit(session, 'drawSample', 'own agency')
    return database.transaction(session.actor, (tx) => drawSample(tx, session, now()))
  })

  serve(app, services, 'readSampleDraw', async ({ session, params }) => {
    permit(session, 'readSampleDraw', 'own agency')
    return database.transaction(session.actor, (tx) => readSampleDraw(tx, session, params.drawId, now()))
  })

  serve(app, services, 'takeSampleReading', async ({ session, params }) => {
    permit(session, 'takeSampleReading', 'own agency')
    return database.transaction(session.actor, (tx) => takeReading(tx, session, params.itemId, now()))
  })

  serve(app, services, 'leaveSampleReading', async ({ session, params }) => {
    permit(session, 'leaveSampleReading', 'own agency')
    await database.transaction(session.actor, (tx) => leaveReading(tx, session, params.itemId, now()))
    return {}
  })

  serve(app, services, 'judgeSampleReading', async ({ session, params, body }) => {
    permit(session, 'judgeSampleReading', 'own agency')
    return database.transaction(session.actor, (tx) => judgeReading(tx, session, params.itemId, body, now()))
  })
}
