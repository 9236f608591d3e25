import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { addNote } from './add-note.ts'
import { listAssessments, readAssessment } from './assessments-of.ts'
import { listTips } from './list.ts'
import { readDocument } from './read-document.ts'
import { readTip } from './read.ts'

export const tipRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listTips', async ({ session, query }) => {
    permit(session, 'listTips', 'own agency')
    const agencyId = session.actor.agencyId
    return database.transaction(session.actor, async (tx) => {
      const inForce = await services.policies.inForce(tx, [agencyId])
      const { id, version, name } = inForce.get(agencyId) ?? services.policies.standard
      return listTips(tx, session, query, { id, version, name })
    })
  })

  serve(app, services, 'readTip', async ({ session, params }) => {
    permit(session, 'readTip', 'own agency')
    return database.transaction(session.actor, (tx) => readTip(tx, session, params.tipId, now()))
  })

  serve(app, services, 'addNote', async ({ session, params, body }) => {
    permit(session, 'addNote', 'own agency')
    return database.transaction(session.actor, (tx) => addNote(tx, session, params.tipId, body.text, now()))
  })

  serve(app, services, 'readDocument', async ({ session, params }) => {
    permit(session, 'readDocument', 'own agency')
    return database.transaction(session.actor, (tx) =>
      readDocument(tx, session, params.tipId, params.documentId, now()),
    )
  })

  serve(app, services, 'listAssessments', async ({ session, params }) => {
    permit(session, 'listAssessments', 'own agency')
    return database.transaction(session.actor, (tx) => listAssessments(tx, session, params.tipId))
  })

  serve(app, services, 'readAssessment', async ({ session, params }) => {
    permit(session, 'readAssessment', 'own agency')
    return database.transaction(session.actor, (tx) =>
      readAssessment(tx, session, services.policies, params, now()),
    )
  })
}
