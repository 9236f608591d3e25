import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { decide } from './decide.ts'
import { decideBundle } from './decide-bundle.ts'
import { reopenTip } from './reopen.ts'
import { undoDecision } from './undo.ts'

export const decisionRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'decide', async ({ session, params, body }) => {
    permit(session, 'decide', 'own agency')
    return database.transaction(session.actor, (tx) => decide(tx, session, params.tipId, body, now()))
  })

  serve(app, services, 'undoDecision', async ({ session, params }) => {
    permit(session, 'undoDecision', 'own agency')
    return database.transaction(session.actor, (tx) => undoDecision(tx, session, params.decisionId, now()))
  })

  serve(app, services, 'reopenTip', async ({ session, params, body }) => {
    permit(session, 'reopenTip', 'own agency')
    await database.transaction(session.actor, (tx) => reopenTip(tx, session, params.tipId, body.note, now()))
    return {}
  })

  serve(app, services, 'decideBundle', async ({ session, params, body }) => {
    permit(session, 'decideBundle', 'own agency')
    return database.transaction(session.actor, (tx) =>
      decideBundle(tx, session, params.bundleId, body, now()),
    )
  })
}
