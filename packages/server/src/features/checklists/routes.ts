import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { loadOwnTip } from '../tips/index.ts'
import { tipChecklists } from './of-tip.ts'
import { readChecklists } from './read.ts'
import { checkOwnChecklists, saveOwnChecklists } from './save.ts'
import { tickItem } from './tick.ts'

export const checklistRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, checklists } = services

  serve(app, services, 'readTipChecklists', async ({ session, params }) => {
    permit(session, 'readTipChecklists', 'own agency')
    return database.transaction(session.actor, async (tx) => {
      const tip = await loadOwnTip(tx, session, params.tipId)
      const { lists, requires } = await tipChecklists(tx, checklists, tip)
      return { lists, requires }
    })
  })

  serve(app, services, 'tickChecklistItem', async ({ session, params, body }) => {
    permit(session, 'tickChecklistItem', 'own agency')
    return database.transaction(session.actor, (tx) =>
      tickItem(tx, session, checklists, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'readChecklists', async ({ session }) => {
    permit(session, 'readChecklists', 'own agency')
    return database.transaction(session.actor, (tx) => readChecklists(tx, session, checklists))
  })

  serve(app, services, 'checkOwnChecklists', async ({ session, body }) => {
    permit(session, 'checkOwnChecklists', 'own agency')
    return checkOwnChecklists(checklists, body.text)
  })

  serve(app, services, 'saveOwnChecklists', async ({ session, body }) => {
    permit(session, 'saveOwnChecklists', 'own agency')
    return database.transaction(session.actor, (tx) =>
      saveOwnChecklists(tx, session, checklists, body, now()),
    )
  })

  serve(app, services, 'readGuidance', async ({ session }) => {
    permit(session, 'readGuidance', 'own agency')
    return { asOf: checklists.guidance.asOf, notes: [...checklists.guidance.notes] }
  })
}
