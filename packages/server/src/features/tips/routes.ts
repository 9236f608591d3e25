import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { addNote } from './add-note.ts'
import { listTips } from './list.ts'
import { readDocument } from './read-document.ts'
import { readTip } from './read.ts'

export const tipRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listTips', async ({ session, query }) => {
    permit(session, 'listTips', 'own agency')
    const { id, version, name } = services.policies.of(session.actor.agencyId)
    return database.transaction(session.actor, (tx) => listTips(tx, session, query, { id, version, name }))
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
}
