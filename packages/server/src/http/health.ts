import type { FastifyInstance } from 'fastify'
import type { Actor } from '../db/actor.ts'
import type { Services } from '../platform/services.ts'

const keeper = { role: 'tipline_keeper', kind: 'keeper', name: 'health' } as const satisfies Actor

const countsSql = `select (select count(*)::int from incident where resolved_at is null) as incidents,
  (select count(*)::int from file_destruction where state in ('approved', 'key destroyed')) as destructions`

/**
 * `live`: the process answers. `ready`: it can take a report, which the database must be able to keep. `/health` adds what
 * whoever keeps the machine must look at: counts, and nothing of what they are about.
 */
export const healthRoutes = (app: FastifyInstance, services: Pick<Services, 'database'>): void => {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health', async (_request, reply) => {
    try {
      const [counts] = await services.database.transaction(keeper, (tx) =>
        tx.prepared<{ incidents: number; destructions: number }>('health-counts', countsSql, []),
      )
      return {
        status: 'ready',
        openIncidents: counts?.incidents ?? 0,
        unfinishedDestructions: counts?.destructions ?? 0,
      }
    } catch {
      return reply.code(503).send({ status: 'not ready', because: 'the database does not answer' })
    }
  })
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
