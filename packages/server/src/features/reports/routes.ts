import type { FastifyInstance } from 'fastify'
import { permit, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { exportReport } from './export.ts'

export const reportRoutes = (app: FastifyInstance, services: Services): void =>
  serve(app, services, 'exportReport', async ({ session, params, reply }) => {
    permit(session, 'exportReport', session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')
    requireStepUp(session, services)
    const text = await services.database.transaction(session.actor, (tx) =>
      exportReport(tx, params.reportId, services.now()),
    )
    void reply.header('content-disposition', `attachment; filename="report-${params.reportId}.json"`)
    const parsed: unknown = JSON.parse(text)
    return parsed
  })
