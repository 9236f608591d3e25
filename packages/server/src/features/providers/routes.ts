import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/endpoint.ts'
import { requireStepUp } from '../../http/step-up.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { checkDocument } from './check-document.ts'
import { engineerOf } from './engineer.ts'
import { loadCredential, providerName } from './load.ts'
import { makeCredential } from './make.ts'
import { readOwnReceipt, readOwnReport } from './own-report.ts'
import { listOwnReports } from './own-reports.ts'
import { revokeCredential } from './revoke.ts'
import { rotateCredential } from './rotate.ts'
import { credentialRows, credentialView } from './view.ts'

/** The provider's side of the desk: each call as an engineer of one provider, whom row security knows. */
export const providerRoutes = (app: FastifyInstance, services: Services): void => {
  const { database, credentialKey, ledgerKey, now } = services

  serve(app, services, 'readOwnProvider', async ({ session }) => {
    const engineer = await engineerOf(services, session, 'readOwnProvider')
    return database.transaction(engineer, async (tx) => {
      const name = await providerName(tx, engineer.providerId)
      const rows = await tx.rows(credentialRows.orderBy('credential_id', 'desc'))
      await record(tx, now(), {
        action: 'provider.read',
        object: { kind: 'provider', id: String(engineer.providerId) },
      })
      return {
        provider: { providerId: String(engineer.providerId), name },
        credentials: rows.map((row) => credentialView(row, now())),
      }
    })
  })

  serve(app, services, 'addCredential', async ({ session, body }) => {
    const engineer = await engineerOf(services, session, 'addCredential')
    requireStepUp(session, services)
    const { providerId } = engineer
    return database.transaction(engineer, async (tx) => {
      const provider = { providerId, name: await providerName(tx, providerId) }
      const wish = { provider, environment: body.environment, purpose: body.purpose.trim() }
      const made = await makeCredential(tx, credentialKey, wish, now())
      const row = await loadCredential(tx, made.credentialId)
      return { credential: credentialView(row, now()), password: made.password }
    })
  })

  serve(app, services, 'rotateCredential', async ({ session, params, body }) => {
    const engineer = await engineerOf(services, session, 'rotateCredential')
    requireStepUp(session, services)
    return database.transaction(engineer, async (tx) => {
      const old = await loadCredential(tx, Number(params.credentialId))
      const wish = { providerName: await providerName(tx, engineer.providerId), ...body }
      const made = await rotateCredential(tx, credentialKey, old, wish, now())
      const row = await loadCredential(tx, made.credentialId)
      return { credential: credentialView(row, now()), password: made.password }
    })
  })

  serve(app, services, 'revokeCredential', async ({ session, params }) => {
    const engineer = await engineerOf(services, session, 'revokeCredential')
    requireStepUp(session, services)
    return database.transaction(engineer, async (tx) => {
      const row = await loadCredential(tx, Number(params.credentialId))
      return credentialView(await revokeCredential(tx, row, now()), now())
    })
  })

  serve(app, services, 'listOwnReports', async ({ session, query }) => {
    const engineer = await engineerOf(services, session, 'listOwnReports', query.environment)
    return database.transaction(engineer, (tx) => listOwnReports(tx, engineer.providerId, query, now()))
  })

  serve(app, services, 'readOwnReport', async ({ session, params, query }) => {
    const engineer = await engineerOf(services, session, 'readOwnReport', query.environment)
    return database.transaction(engineer, (tx) =>
      readOwnReport(tx, ledgerKey, params.reportId, query.environment, now()),
    )
  })

  serve(app, services, 'readOwnReceipt', async ({ session, params, query }) => {
    const engineer = await engineerOf(services, session, 'readOwnReceipt', query.environment)
    return database.transaction(engineer, (tx) => readOwnReceipt(tx, ledgerKey, params.reportId, now()))
  })

  serve(app, services, 'checkDocument', async ({ session, body }) => {
    await engineerOf(services, session, 'checkDocument')
    return checkDocument(body.document, services.policies.standard, now())
  })
}
