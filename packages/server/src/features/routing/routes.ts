import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { findServing, readAreas } from './areas.ts'
import { routeByHand } from './by-hand.ts'
import { correctPlace } from './correct-place.ts'
import { retryStuck } from './retry.ts'
import { judgeReportLink } from './judge-report-link.ts'
import { labelReport } from './label-report.ts'
import { listReportBundles } from './list-report-bundles.ts'
import { readReportBundle } from './read-report-bundle.ts'
import { readReview } from './review.ts'
import { readPipeline } from './view.ts'

export const routingRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'readPipeline', async ({ session }) => {
    permit(session, 'readPipeline', 'clearinghouse')
    return database.transaction(session.actor, (tx) => readPipeline(tx, now()))
  })

  serve(app, services, 'readReview', async ({ session, query }) => {
    permit(session, 'readReview', 'clearinghouse')
    return database.transaction(session.actor, (tx) => readReview(tx, session, query.report))
  })

  serve(app, services, 'listReportBundles', async ({ session, query }) => {
    permit(session, 'listReportBundles', 'clearinghouse')
    return database.transaction(session.actor, (tx) => listReportBundles(tx, session, query.after, now()))
  })

  serve(app, services, 'readReportBundle', async ({ session, params, query }) => {
    permit(session, 'readReportBundle', 'clearinghouse')
    return database.transaction(session.actor, (tx) =>
      readReportBundle(tx, params.bundleId, query.below, now()),
    )
  })

  serve(app, services, 'labelReport', async ({ session, params, body }) => {
    permit(session, 'labelReport', 'clearinghouse')
    const made = await database.transaction(session.actor, (tx) =>
      labelReport(tx, session, { ...params, ...body }, now()),
    )
    services.wakePipeline()
    return made
  })

  serve(app, services, 'judgeReportLink', async ({ session, params, body }) => {
    permit(session, 'judgeReportLink', 'clearinghouse')
    const { reportId: otherId, ...rest } = body
    const made = await database.transaction(session.actor, (tx) =>
      judgeReportLink(tx, session, { ...rest, otherId, reportId: params.reportId }, now()),
    )
    services.wakePipeline()
    return made
  })

  serve(app, services, 'readAreas', async ({ session }) => {
    permit(session, 'readAreas', 'clearinghouse')
    return readAreas()
  })

  serve(app, services, 'findServing', async ({ session, query }) => {
    permit(session, 'findServing', 'clearinghouse')
    return findServing(query, now())
  })

  serve(app, services, 'retryStuck', async ({ session, params }) => {
    permit(session, 'retryStuck', 'clearinghouse')
    await database.transaction(session.actor, (tx) => retryStuck(tx, params.reportId, now()))
    services.wakePipeline()
    return {}
  })

  serve(app, services, 'routeByHand', async ({ session, params, body }) => {
    permit(session, 'routeByHand', 'clearinghouse')
    await database.transaction(session.actor, (tx) =>
      routeByHand(tx, session, services.policies, { reportId: params.reportId, ...body }, now()),
    )
    services.wakePipeline()
    return {}
  })

  serve(app, services, 'correctPlace', async ({ session, params, body }) => {
    permit(session, 'correctPlace', session.actor.isClearinghouse ? 'clearinghouse' : 'own agency')
    const made = await database.transaction(session.actor, (tx) =>
      correctPlace(tx, session, params.reportId, body, now()),
    )
    services.wakePipeline()
    return made
  })
}
