import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../http/index.ts'
import { problemBody } from '../../http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { receiptFor } from '../ledger/index.ts'
import { authenticator, type Reporter } from './authenticate.ts'
import { Refusal, TooManyCalls } from './refusal.ts'

/** A checkpoint follows a finish within this time. */
const retryAfterSeconds = 10
const stateSql = 'select state from report where report_id = $1'

/**
 * `GET /ispws-ext/receipt?id=`: the signed receipt for a finished report, under the credentials it was filed with. It
 * lies beside the Reporting API and not in it: that contract has no such call, and `/finish` answers as it says.
 */
export const receiptRoutes = async (app: FastifyInstance, services: Services): Promise<void> => {
  const authenticate = authenticator(services)
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (!(error instanceof Problem)) throw error
    const body = problemBody(error, request.id)
    if (error.code === 'not-signed-in')
      void reply.header('www-authenticate', 'Basic realm="ESP Web Services"')
    if (error.code === 'not-ready') void reply.header('retry-after', retryAfterSeconds)
    if (error instanceof AskedTooOften) void reply.header('retry-after', error.afterSeconds)
    return reply.code(body.status).type('application/problem+json').send(body)
  })
  app.get<{ Querystring: { id?: unknown } }>('/receipt', async (request, reply) => {
    const reporter = await whoAsks(authenticate, request)
    const reportId = readId(request.query.id)
    const text = await readReceipt(services, reporter, reportId)
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="report-${reportId}.tlog-proof"`)
      .send(text)
  })
}

class AskedTooOften extends Problem {
  readonly afterSeconds: number
  constructor({ message, retryAfterSeconds: afterSeconds }: TooManyCalls) {
    super('too-many-requests', `${message}.`)
    this.afterSeconds = afterSeconds
  }
}

const whoAsks = async (
  authenticate: ReturnType<typeof authenticator>,
  request: FastifyRequest,
): Promise<Reporter> => {
  try {
    return await authenticate(request)
  } catch (error) {
    if (error instanceof TooManyCalls) throw new AskedTooOften(error)
    if (error instanceof Refusal)
      throw new Problem('not-signed-in', 'Use the credentials of the Reporting API.')
    throw error
  }
}

const readId = (id: unknown): string => {
  if (typeof id === 'string' && /^[1-9]\d{0,15}$/.test(id)) return id
  throw new Problem('bad-request', 'Say which report: ?id= and its number.')
}

const readReceipt = (services: Services, reporter: Reporter, reportId: string): Promise<string> =>
  services.database.transaction(reporter.actor, async (tx) => {
    const [report] = await tx.prepared<{ state: string }>('reporting-receipt', stateSql, [reportId])
    if (!report) throw new Problem('not-found', 'These credentials filed no such report.')
    if (report.state !== 'finished')
      throw new Problem('conflict', `The report is ${report.state}. There is a receipt for a finished one.`)
    const receipt = await receiptFor(tx, services.ledgerKey, reportId)
    switch (receipt.state) {
      case 'ready':
        return receipt.text
      case 'not yet':
        throw new Problem(
          'not-ready',
          `The report is finished, and its receipt follows within ${retryAfterSeconds} seconds of it.`,
        )
      case 'no such entry':
        throw new Error('a finished report has no entry in the ledger')
    }
  })
