import type { FastifyInstance } from 'fastify'
import { permit, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { listBundles, readBundle } from './bundles.ts'
import { addNote } from './add-note.ts'
import { listAssessments, readAssessment } from './assessments-of.ts'
import { compareTip, readComparing } from './compare.ts'
import { judgeLink, undoLinkVerdict } from './judge-link.ts'
import { overrideLabel } from './label.ts'
import { listTips } from './list.ts'
import { readNetwork } from './network.ts'
import { readDocument } from './read-document.ts'
import { readTip } from './read.ts'
import { recordIntelligence, withdrawRecord } from './record-intelligence.ts'

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
    return database.transaction(session.actor, (tx) =>
      readTip(tx, session, services.policies, params.tipId, now()),
    )
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

  judgingRoutes(app, services)
}

/** What the agency's people add to the judgement, and how they look at it. */
const judgingRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, policies } = services

  serve(app, services, 'listBundles', async ({ session }) => {
    permit(session, 'listBundles', 'own agency')
    return database.transaction(session.actor, (tx) => listBundles(tx))
  })

  serve(app, services, 'readBundle', async ({ session, params }) => {
    permit(session, 'readBundle', 'own agency')
    return database.transaction(session.actor, (tx) => readBundle(tx, session, params.bundleId, now()))
  })

  serve(app, services, 'compareTip', async ({ session, params }) => {
    permit(session, 'compareTip', 'own agency')
    const comparing = await database.transaction(session.actor, (tx) =>
      readComparing(tx, session, policies, params.tipId, now()),
    )
    return compareTip(comparing)
  })

  serve(app, services, 'recordIntelligence', async ({ session, params, body }) => {
    permit(session, 'recordIntelligence', 'own agency')
    return database.transaction(session.actor, (tx) =>
      recordIntelligence(tx, session, policies, params.tipId, body, now()),
    )
  })

  serve(app, services, 'withdrawRecord', async ({ session, params, body }) => {
    permit(session, 'withdrawRecord', 'own agency')
    return database.transaction(session.actor, (tx) =>
      withdrawRecord(tx, session, policies, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'overrideLabel', async ({ session, params, body }) => {
    permit(session, 'overrideLabel', 'own agency')
    return database.transaction(session.actor, (tx) =>
      overrideLabel(tx, session, policies, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'judgeLink', async ({ session, params, body }) => {
    permit(session, 'judgeLink', 'own agency')
    return database.transaction(session.actor, (tx) =>
      judgeLink(tx, session, policies, { ...params, ...body }, now()),
    )
  })

  serve(app, services, 'undoLinkVerdict', async ({ session, params, body }) => {
    permit(session, 'undoLinkVerdict', 'own agency')
    await database.transaction(session.actor, (tx) =>
      undoLinkVerdict(tx, session, policies, { ...params, ...body }, now()),
    )
    return {}
  })

  serve(app, services, 'readNetwork', async ({ session, params }) => {
    permit(session, 'readNetwork', 'own agency')
    return database.transaction(session.actor, (tx) => readNetwork(tx, session, params.tipId, now()))
  })
}
