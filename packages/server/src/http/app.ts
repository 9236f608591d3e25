import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Services } from '../platform/services.ts'
import { Problem, problemBody } from './problem.ts'

/** Bytes of a JSON body: the largest is a note. Documents have limits of their own. */
const jsonBytesMax = 256 * 1024
/** Time for a client to send its headers; slower ones hold a place that others need. */
const headersTimeoutMs = 20_000
/** Time between two bytes of a slow upload. The whole may take as long as it takes. */
const socketIdleMs = 120_000
/** Connections kept open between calls; providers file in bursts. */
const keepAliveTimeoutMs = 65_000
/** Characters of a path parameter. Ids are short. */
const paramCharactersMax = 200

const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}

/** The HTTP side, empty: ids on every answer, security headers, limits, and errors from the catalogue alone. */
export const makeApp = async (services: Pick<Services, 'log'>): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: jsonBytesMax,
    requestTimeout: 0,
    connectionTimeout: socketIdleMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    routerOptions: { maxParamLength: paramCharactersMax },
    // Forwarded headers are believed from nobody until a proxy is named in the configuration.
    trustProxy: false,
  })
  app.server.headersTimeout = headersTimeoutMs
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id).headers(securityHeaders)
  })
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = error instanceof Problem ? error : fromFastify(error)
    if (problem.code === 'server-error')
      services.log.error({ requestId: request.id, path: request.routeOptions.url }, 'a call failed', error)
    const body = problemBody(problem, request.id)
    void reply.code(body.status).type('application/problem+json').send(body)
  })
  return app
}

/** Answers that there is nothing at that path. */
export const sendNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = new Problem(
    'not-found',
    `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`,
  )
  return reply.code(404).type('application/problem+json').send(problemBody(problem, request.id))
}

/** What the HTTP layer refuses, in the catalogue's codes; anything unknown says only that it failed here. */
const fromFastify = (error: FastifyError): Problem => {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large')
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500
    ? new Problem('bad-request', error.message)
    : new Problem('server-error')
}
