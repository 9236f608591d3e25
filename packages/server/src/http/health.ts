import type { FastifyInstance } from 'fastify'
import type { Services } from '../platform/services.ts'

/** `live`: the process answers. `ready`: it can take a report, which the database must be able to keep. */
export const healthRoutes = (app: FastifyInstance, services: Pick<Services, 'database'>): void => {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      await services.database.transaction(
        { role: 'tipline_desk', kind: 'visitor', source: request.ip },
        (tx) => tx.prepared('health', 'select 1', []),
      )
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready', because: 'the database does not answer' })
    }
  })
}
