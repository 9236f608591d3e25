import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Certificate } from '../platform/certificate.ts'
import type { Services } from '../platform/services.ts'
import { compressAnswers } from './compress.ts'
import { refuseDeep } from './depth.ts'
import { Problem, problemBody } from './problem.ts'
import { type DoorTimes, doorTimes, rawServer } from './raw-server.ts'

/** Bytes of a JSON body: the largest is a note. Documents have limits of their own. */
const jsonBytesMax = 256 * 1024
/** Characters of a path parameter. Ids are short. */
const paramCharactersMax = 200

const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}

/** A year and for the hosts below, as browsers ask for (RFC 6797). Told where the client's connection is TLS, ours or a named proxy's. */
const strictTransport = 'max-age=31536000; includeSubDomains'

export type Door = {
  certificate?: Certificate | undefined
  /** Addresses or networks of the proxies whose forwarded headers are believed; nobody else's are. */
  proxies: readonly string[]
}

/** The HTTP side, empty: ids on every answer, security headers, limits, and errors from the catalogue alone. */
export const makeApp = async (
  services: Pick<Services, 'log'>,
  door: Door = { proxies: [] },
  times: DoorTimes = doorTimes,
): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: jsonBytesMax,
    serverFactory: (handler) => rawServer(door.certificate, times, handler),
    routerOptions: { maxParamLength: paramCharactersMax },
    trustProxy: door.proxies.length > 0 ? [...door.proxies] : false,
  })
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id).headers(securityHeaders)
    if (request.protocol === 'https') void reply.header('strict-transport-security', strictTransport)
  })
  limitBodies(app, times)
  compressAnswers(app)
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = error instanceof Problem ? error : fromFastify(error)
    if (problem.code === 'server-error')
      services.log.error({ requestId: request.id, path: request.routeOptions.url }, 'a call failed', error)
    else if (isWorthALine(problem))
      services.log.info(
        { requestId: request.id, path: request.routeOptions.url, code: problem.code },
        'a call was refused',
      )
    const body = problemBody(problem, request.id)
    void reply.code(body.status).type('application/problem+json').send(body)
  })
  return app
}

/**
 * What somebody who tries the door would be told: bad input, what is not theirs, too large, too often. Which call and
 * which code, not what was sent. Whose session has ended is no such thing.
 */
const isWorthALine = ({ code }: Problem): boolean =>
  code === 'bad-request' || code === 'not-allowed' || code === 'too-large' || code === 'too-many-requests'

/** A body of the JSON API comes within its time, and is not nested deeper than one can be. Uploads have no such end. */
const limitBodies = (app: FastifyInstance, times: DoorTimes): void => {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/ispws') || request.method === 'GET') return
    timers.set(
      request,
      setTimeout(() => request.raw.socket.destroy(), times.bodyMs),
    )
  })
  const end = (request: FastifyRequest): void => clearTimeout(timers.get(request))
  app.addHook('preValidation', async (request) => {
    end(request)
    refuseDeep(request.body)
  })
  app.addHook('onResponse', async (request) => end(request))
  app.addHook('onRequestAbort', async (request) => end(request))
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
