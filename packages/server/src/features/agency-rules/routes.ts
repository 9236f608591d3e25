import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { approveRule, withdrawRule } from './approve.ts'
import { listRules } from './list.ts'
import { setRule } from './set.ts'
import { knownRule } from './view.ts'

export const agencyRuleRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listAgencyRules', async ({ session }) => {
    permit(session, 'listAgencyRules', 'own agency')
    return database.transaction(session.actor, (tx) => listRules(tx, session))
  })

  serve(app, services, 'setAgencyRule', async ({ session, params, body }) => {
    permit(session, 'setAgencyRule', 'own agency')
    return database.transaction(session.actor, (tx) =>
      setRule(tx, session, knownRule(params.rule), body, now()),
    )
  })

  serve(app, services, 'approveAgencyRule', async ({ session, params }) => {
    permit(session, 'approveAgencyRule', 'own agency')
    return database.transaction(session.actor, (tx) =>
      approveRule(tx, session, knownRule(params.rule), Number(params.version), now()),
    )
  })

  serve(app, services, 'withdrawAgencyRule', async ({ session, params }) => {
    permit(session, 'withdrawAgencyRule', 'own agency')
    return database.transaction(session.actor, (tx) =>
      withdrawRule(tx, session, knownRule(params.rule), Number(params.version), now()),
    )
  })
}
