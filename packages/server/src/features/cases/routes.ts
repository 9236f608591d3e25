import type { FastifyInstance } from 'fastify'
import { answerSheet, permit, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { addToCase } from './add-tip.ts'
import { closeCase, reopenCase } from './close.ts'
import { exportCases } from './export-cases.ts'
import { listCases } from './list.ts'
import { openCase } from './open.ts'
import { addProcess, stepProcess } from './process.ts'
import { readCase } from './read.ts'
import { removeFromCase } from './remove-tip.ts'
import { addTask, changeTask } from './tasks.ts'

export const caseRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listCases', async ({ session, query }) => {
    permit(session, 'listCases', 'own agency')
    return database.transaction(session.actor, (tx) => listCases(tx, session, query.state ?? 'open'))
  })

  serve(app, services, 'exportCases', async ({ session, query, reply }) => {
    permit(session, 'exportCases', 'own agency')
    requireStepUp(session, services)
    const bytes = await database.transaction(session.actor, (tx) => exportCases(tx, session, query, now()))
    return answerSheet(reply, 'cases', query.format, bytes)
  })

  serve(app, services, 'openCase', async ({ session, body }) => {
    permit(session, 'openCase', 'own agency')
    return database.transaction(session.actor, (tx) => openCase(tx, session, body, now()))
  })

  serve(app, services, 'readCase', async ({ session, params }) => {
    permit(session, 'readCase', 'own agency')
    return database.transaction(session.actor, (tx) => readCase(tx, session, params.caseId, now()))
  })

  serve(app, services, 'addToCase', async ({ session, params, body }) => {
    permit(session, 'addToCase', 'own agency')
    return database.transaction(session.actor, (tx) =>
      addToCase(tx, session, params.caseId, body.tipId, now()),
    )
  })

  serve(app, services, 'removeFromCase', async ({ session, params, body }) => {
    permit(session, 'removeFromCase', 'own agency')
    return database.transaction(session.actor, (tx) =>
      removeFromCase(tx, session, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'closeCase', async ({ session, params, body }) => {
    permit(session, 'closeCase', 'own agency')
    return database.transaction(session.actor, (tx) =>
      closeCase(tx, session, params.caseId, body.because, now()),
    )
  })

  serve(app, services, 'reopenCase', async ({ session, params }) => {
    permit(session, 'reopenCase', 'own agency')
    return database.transaction(session.actor, (tx) => reopenCase(tx, session, params.caseId, now()))
  })

  workRoutes(app, services)
}

/** What is to be done in a case, and what was asked of others. */
const workRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'addTask', async ({ session, params, body }) => {
    permit(session, 'addTask', 'own agency')
    return database.transaction(session.actor, (tx) => addTask(tx, session, params.caseId, body.says, now()))
  })

  serve(app, services, 'changeTask', async ({ session, params, body }) => {
    permit(session, 'changeTask', 'own agency')
    return database.transaction(session.actor, (tx) => changeTask(tx, session, { ...params, ...body }, now()))
  })

  serve(app, services, 'addProcess', async ({ session, params, body }) => {
    permit(session, 'addProcess', 'own agency')
    return database.transaction(session.actor, (tx) => addProcess(tx, session, params.caseId, body, now()))
  })

  serve(app, services, 'stepProcess', async ({ session, params, body }) => {
    permit(session, 'stepProcess', 'own agency')
    return database.transaction(session.actor, (tx) =>
      stepProcess(tx, session, { ...params, step: body }, now()),
    )
  })
}
