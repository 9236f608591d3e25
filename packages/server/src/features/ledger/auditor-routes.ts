import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { permit, Problem, requireStepUp, serve, type Session } from '../../http/index.ts'
import type { Services } from '../../platform/services.ts'
import { exportEntries } from './export-entries.ts'
import { listReviews, reviewLedger } from './review.ts'
import { searchLedger } from './search.ts'

/** The auditor's operations. At the clearinghouse they are on the whole log, at an agency on what its people did. */
export const auditorRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, now, verifications } = services

  serve(app, services, 'searchLedger', async ({ session, query }) => {
    permit(session, 'searchLedger', standing(session))
    return database.transaction(session.actor, (tx) => searchLedger(tx, query, now()))
  })

  serve(app, services, 'exportLedger', async ({ session, query, reply }) => {
    permit(session, 'exportLedger', standing(session))
    requireStepUp(session, services)
    const lines = await exportEntries(services, session.actor, query)
    void reply
      .type('application/x-ndjson')
      .header('content-disposition', 'attachment; filename="ledger.ndjson"')
    return Readable.from(lines)
  })

  serve(app, services, 'verifyLedger', async ({ session }) => {
    permit(session, 'verifyLedger', standing(session))
    return verifications.start(session.actor)
  })

  serve(app, services, 'readLedgerVerification', async ({ session, params }) => {
    permit(session, 'readLedgerVerification', standing(session))
    const found = verifications.read(params.verificationId)
    if (!found) throw new Problem('not-found', 'There is no such verification here.')
    return found
  })

  serve(app, services, 'listLedgerReviews', async ({ session }) => {
    permit(session, 'listLedgerReviews', standing(session))
    return database.transaction(session.actor, listReviews)
  })

  serve(app, services, 'reviewLedger', async ({ session, body }) => {
    permit(session, 'reviewLedger', standing(session))
    return database.transaction(session.actor, (tx) => reviewLedger(tx, session, body, now()))
  })
}

const standing = (session: Session) =>
  session.membership.agency.kind === 'clearinghouse' ? 'clearinghouse' : 'own agency'
