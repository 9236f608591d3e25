import type { FastifyInstance } from 'fastify'
import { leJsonLimits } from '@opentipline/formats'
import { permit, Problem, serve } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { importReport } from './import.ts'
import { openImportReader } from './read-thread.ts'

export const importRoutes = async (parent: FastifyInstance, services: Services): Promise<void> => {
  await parent.register(async (app) => {
    // The document is kept byte for byte, so it is taken as bytes whatever type is claimed for it.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: leJsonLimits.documentBytesMax },
      (_request, body, done) => done(null, body),
    )
    const reader = openImportReader()
    app.addHook('onClose', () => reader.close())
    serve(app, services, 'importReport', async ({ session, request }) => {
      permit(session, 'importReport', 'own agency')
      const body: unknown = request.body
      if (!Buffer.isBuffer(body) || body.length === 0)
        throw new Problem('bad-request', 'Send the document itself as the body of the request.')
      // Before the transaction: one that waits for a thread would hold a connection for nothing.
      const read = await reader.read(body)
      const brought = { bytes: body, contentType: request.headers['content-type'] ?? null, read }
      const result = await services.database.transaction(session.actor, (tx) =>
        importReport(tx, session, brought, services.now()),
      )
      services.wakePipeline()
      return result
    })
  })
}
