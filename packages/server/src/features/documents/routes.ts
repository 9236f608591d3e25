import type { FastifyInstance } from 'fastify'
import { permit, Problem, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { composeFor } from './compose.ts'
import { readMade } from './load.ts'
import { makeDocument } from './make.ts'
import { recordSent } from './sent.ts'
import { dropTemplate, headOf, readTemplate, saveTemplate, templatesInUse } from './templates.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export const documentRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listTipDocuments', async ({ session, params }) => {
    permit(session, 'listTipDocuments', 'own agency')
    return database.transaction(session.actor, async (tx) => {
      await loadOwnTip(tx, session, params.tipId)
      const templates = [...(await templatesInUse(tx, session)).values()].map(headOf)
      return { made: await readMade(tx, params.tipId), templates }
    })
  })

  serve(app, services, 'previewTipDocument', async ({ session, params, body }) => {
    permit(session, 'previewTipDocument', 'own agency')
    return database.transaction(session.actor, async (tx) => {
      const { template, model, missing } = await composeFor(tx, session, services, params.tipId, body, now())
      await record(tx, now(), {
        action: 'document.previewed',
        object: { kind: 'tip', id: params.tipId },
        details: { kind: body.kind },
      })
      return { template, model, missing }
    })
  })

  serve(app, services, 'makeTipDocument', async ({ session, params, body }) => {
    permit(session, 'makeTipDocument', 'own agency')
    return database.transaction(session.actor, (tx) =>
      makeDocument(tx, session, services, params.tipId, body, now()),
    )
  })

  serve(app, services, 'recordDocumentSent', async ({ session, params, body }) => {
    permit(session, 'recordDocumentSent', 'own agency')
    return database.transaction(session.actor, (tx) => recordSent(tx, session, { ...params, ...body }, now()))
  })

  serve(app, services, 'downloadTipDocument', async ({ session, params, reply }) => {
    permit(session, 'downloadTipDocument', 'own agency')
    const { tipId, madeId, format } = params
    const bytes = await database.transaction(session.actor, async (tx) => {
      await loadOwnTip(tx, session, tipId)
      const [row] = /^\d{1,18}$/.test(madeId)
        ? await tx.prepared<{ bytes: Buffer }>(
            'document-bytes',
            `select case $3 when 'pdf' then pdf else docx end as bytes from made_document where made_id = $1 and tip_id = $2`,
            [madeId, tipId, format],
          )
        : []
      if (!row) throw new Problem('not-found', 'This tip has no such document.')
      await record(tx, now(), {
        action: 'document.downloaded',
        object: { kind: 'tip', id: tipId },
        details: { document: madeId, format },
      })
      return row.bytes
    })
    void reply
      .type(types[format])
      .header('content-disposition', `attachment; filename="tip-${tipId}-document-${madeId}.${format}"`)
    return bytes
  })

  templateRoutes(app, services)
}

const templateRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now } = services

  serve(app, services, 'listDocumentTemplates', async ({ session }) => {
    permit(session, 'listDocumentTemplates', 'own agency')
    return database.transaction(session.actor, async (tx) => ({
      templates: [...(await templatesInUse(tx, session)).values()].map(headOf),
    }))
  })

  serve(app, services, 'readDocumentTemplate', async ({ session, params }) => {
    permit(session, 'readDocumentTemplate', 'own agency')
    return database.transaction(session.actor, (tx) => readTemplate(tx, session, params.kind))
  })

  serve(app, services, 'saveDocumentTemplate', async ({ session, params, body }) => {
    permit(session, 'saveDocumentTemplate', 'own agency')
    return database.transaction(session.actor, (tx) =>
      saveTemplate(tx, session, { kind: params.kind, ...body }, now()),
    )
  })

  serve(app, services, 'dropDocumentTemplate', async ({ session, params, body }) => {
    permit(session, 'dropDocumentTemplate', 'own agency')
    return database.transaction(session.actor, (tx) =>
      dropTemplate(tx, session, { kind: params.kind, ...body }, now()),
    )
  })
}
