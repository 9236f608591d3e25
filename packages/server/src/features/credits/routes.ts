import type { FastifyInstance } from 'fastify'
import { serveOpen } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'

export const creditRoutes = (app: FastifyInstance, services: Services): void =>
  serveOpen(app, services, 'listCredits', async () => ({ credits: services.credits }))
