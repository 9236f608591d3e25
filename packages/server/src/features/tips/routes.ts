import type { FastifyInstance } from 'fastify'
import { answerSheet, permit, requireStepUp, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { listBundles, readBundle } from './bundles.ts'
import { readAmendments } from './amendments.ts'
import { assignTip, listColleagues } from './assign.ts'
import { addNote } from './add-note.ts'
import { listAssessments, readAssessment } from './assessments-of.ts'
import { compareTip, readComparing } from './compare.ts'
import { type KeptColumns, keepColumns } from './keep-columns.ts'
import { judgeLink, undoLinkVerdict } from './judge-link.ts'
import { overrideLabel } from './label.ts'
import { listTips } from './list.ts'
import { listNetworks } from './networks.ts'
import { readNetwork } from './network.ts'
import { readDocument } from './read-document.ts'
import { readTip } from './read.ts'
import { exportQueue } from './export-queue.ts'
import { readQueueFacets } from './facets.ts'
import { readQueueNews } from './queue-news.ts'
import { recordIntelligence, withdrawRecord } from './record-intelligence.ts'
import { listViews, removeView, saveView, setDefaultView } from './views.ts'

export const tipRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services
  const kept = keepColumns()

  serve(app, services, 'listTips', async ({ session, query }) => {
    permit(session, 'listTips', 'own agency')
    const agencyId = session.actor.agencyId
    return database.transaction(session.actor, async (tx) => {
      const inForce = await services.policies.inForce(tx, [agencyId])
      const { id, version, name } = inForce.get(agencyId) ?? services.policies.standard
      const at = now().toISOString()
      return { ...(await listTips(tx, session, query, { id, version, name }, kept)), at }
    })
  })

  serve(app, services, 'readTip', async ({ session, params }) => {
    permit(session, 'readTip', 'own agency')
    // Of one moment: a judgement of before must not stand beside what became known after it.
    return database.snapshot(session.actor, (tx) =>
      readTip(tx, session, services.policies, params.tipId, now()),
    )
  })

  serve(app, services, 'readAmendments', async ({ session, params }) => {
    permit(session, 'readAmendments', 'own agency')
    return database.transaction(session.actor, (tx) => readAmendments(tx, session, params.tipId, now()))
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
  queueRoutes(app, services, kept)
}

/** Narrowing, counting and remembering the queue. */
const queueRoutes = (app: FastifyInstance, services: Services, kept: KeptColumns): void => {
  const { database, now } = services

  serve(app, services, 'listColleagues', async ({ session }) => {
    permit(session, 'listColleagues', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      colleagues: await listColleagues(tx, session),
    }))
  })

  serve(app, services, 'assignTip', async ({ session, params, body }) => {
    permit(session, 'assignTip', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      assigned: await assignTip(tx, session, params.tipId, body.personId, now()),
    }))
  })

  serve(app, services, 'readQueueFacets', async ({ session, query }) => {
    permit(session, 'readQueueFacets', 'own agency')
    return database.transaction(session.actor, (tx) => readQueueFacets(tx, session, query, kept))
  })

  serve(app, services, 'readQueueNews', async ({ session, query }) => {
    permit(session, 'readQueueNews', 'own agency')
    return database.transaction(session.actor, (tx) => readQueueNews(tx, session, query, kept))
  })

  serve(app, services, 'exportQueue', async ({ session, query, reply }) => {
    permit(session, 'exportQueue', 'own agency')
    requireStepUp(session, services)
    const bytes = await database.transaction(session.actor, (tx) => exportQueue(tx, session, query, now()))
    return answerSheet(reply, 'queue', query.format, bytes)
  })

  serve(app, services, 'listViews', async ({ session }) => {
    permit(session, 'listViews', 'own agency')
    return database.transaction(session.actor, (tx) => listViews(tx, session))
  })

  serve(app, services, 'saveView', async ({ session, body }) => {
    permit(session, 'saveView', 'own agency')
    return database.transaction(session.actor, (tx) => saveView(tx, session, body, now()))
  })

  serve(app, services, 'removeView', async ({ session, params }) => {
    permit(session, 'removeView', 'own agency')
    return database.transaction(session.actor, (tx) => removeView(tx, session, params.viewId, now()))
  })

  serve(app, services, 'setDefaultView', async ({ session, body }) => {
    permit(session, 'setDefaultView', 'own agency')
    return database.transaction(session.actor, (tx) => setDefaultView(tx, session, body.viewId, now()))
  })
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

  serve(app, services, 'listNetworks', async ({ session }) => {
    permit(session, 'listNetworks', 'own agency')
    return database.transaction(session.actor, (tx) => listNetworks(tx, session.actor.agencyId))
  })

  serve(app, services, 'readNetwork', async ({ session, params }) => {
    permit(session, 'readNetwork', 'own agency')
    return database.transaction(session.actor, (tx) => readNetwork(tx, session, params.tipId, now()))
  })
}
