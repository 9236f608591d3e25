import multipart from '@fastify/multipart'
import {
  defaultSchemaVersion,
  printReportResponse,
  type ResponseCode,
  schemaText,
} from '@opentipline/formats'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { CommitUnknown } from '../../db/database.ts'
import type { Services } from '../../platform/services.ts'
import { sendAnswer, sendXml } from './answer.ts'
import { authenticator, type Reporter } from './authenticate.ts'
import { badFormCode, noFileCode } from './choices.ts'
import { fileinfo } from './fileinfo.ts'
import { finish } from './finish.ts'
import { judgeThread } from './judge-thread.ts'
import { xmlBytesMax } from './read-xml.ts'
import { Refusal, TooManyCalls } from './refusal.ts'
import { retract } from './retract.ts'
import { submit } from './submit.ts'
import { upload } from './upload.ts'

type Call = (
  request: FastifyRequest,
  reply: FastifyReply,
  reporter: Reporter,
) => FastifyReply | Promise<FastifyReply>

/** The code told when something breaks here, by call: clients repeat the 1000s, so nothing was stored. */
const failureCodes: Record<string, ResponseCode> = { '/submit': 1100, '/upload': 1110, '/fileinfo': 1300 }

/** The Reporting API under `/ispws`. */
export const reportingRoutes = async (app: FastifyInstance, services: Services): Promise<void> => {
  app.removeAllContentTypeParsers()
  // A form with files is read as a stream by the call itself; anything else is a document, held whole.
  await app.register(multipart, { preservePath: true, isPartAFile, throwFileSizeLimit: false })
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: xmlBytesMax }, (_request, body, done) =>
    done(null, body),
  )
  const authenticate = authenticator(services)
  const large = judgeThread()
  app.addHook('onClose', () => large.close())
  const mount = (method: HTTPMethods, path: string, call: Call): void => {
    app.route({
      method,
      url: path,
      onRequest: async (request) => {
        request.reporter = await authenticate(request)
      },
      handler: async (request, reply) => {
        if (!request.reporter) throw new Refusal(2000)
        return call(request, reply, request.reporter)
      },
    })
    const other: HTTPMethods = method === 'GET' ? 'POST' : 'GET'
    app.route({ method: other, url: path, handler: (_request, reply) => sendWrongMethod(reply, method) })
  }
  app.decorateRequest('reporter')
  mount('GET', '/status', (request, reply, { credential }) =>
    sendAnswer(reply, 0, { description: `Remote User : ${credential.username}, Remote Ip : ${request.ip}` }),
  )
  mount('GET', '/xsd', (_request, reply) => sendXml(reply, 200, schemaText(defaultSchemaVersion)))
  mount('POST', '/submit', submit(services, large))
  mount('POST', '/upload', upload(services))
  mount('POST', '/fileinfo', fileinfo(services, large))
  mount('POST', '/finish', finish(services))
  mount('POST', '/retract', retract(services))
  app.setNotFoundHandler((_request, reply) => sendAnswer(reply, 1210))
  app.setErrorHandler((error: FastifyError, request, reply) => sendFailure(services, error, request, reply))
}

declare module 'fastify' {
  interface FastifyRequest {
    reporter?: Reporter
  }
}

/**
 * A part is a file by its name or by a type that is not plain text: known clients send files without a name, and
 * text fields without a type.
 */
const isPartAFile = (
  _field: string | undefined,
  type: string | undefined,
  name: string | undefined,
): boolean => name !== undefined || (type !== undefined && !/^text\/plain/i.test(type))

const sendWrongMethod = (reply: FastifyReply, method: string): FastifyReply => {
  void reply.header('allow', method)
  // The contract names no code for a wrong method; HTTP does.
  const description = `Invalid request\nThis call takes ${method}`
  return sendXml(reply, 405, printReportResponse({ code: 4000, description }))
}

const sendFailure = (
  services: Services,
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  if (error instanceof Refusal) return sendRefusal(reply, error)
  if (error instanceof CommitUnknown) {
    // Stored or not, we do not know: any answer would claim one of the two. The client sees a broken connection.
    services.log.error(
      { requestId: request.id },
      'the outcome of a commit is unknown; no answer was given',
      error,
    )
    reply.hijack()
    request.raw.socket.destroy()
    return reply
  }
  const path = request.routeOptions.url?.replace(/^\/ispws/, '') ?? ''
  const refusal = requestRefusal(error, path)
  if (refusal) return sendRefusal(reply, refusal)
  services.log.error({ requestId: request.id, path }, 'a call of the reporting API failed', error)
  return sendAnswer(reply, failureCodes[path] ?? 1000)
}

const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  if (refusal instanceof TooManyCalls) {
    void reply.header('retry-after', refusal.retryAfterSeconds)
    return sendXml(reply, 429, printReportResponse({ code: refusal.code, description: refusal.message }))
  }
  const base = sendableDescription(refusal)
  return sendAnswer(reply, refusal.code, base === undefined ? {} : { description: base })
}

const sendableDescription = (refusal: Refusal): string | undefined => {
  if (refusal.message === '') return undefined
  const names: Partial<Record<ResponseCode, string>> = {
    4000: 'Invalid request',
    4100: 'Validation failed',
    4110: 'Malformed XML submittal',
    4200: 'Malformed file submittal',
  }
  const name = names[refusal.code]
  if (name === undefined) return refusal.message
  return refusal.message.startsWith('\n') ? `${name}${refusal.message}` : `${name}\n${refusal.message}`
}

/** What the HTTP layer itself refuses, in the contract's codes. */
const requestRefusal = (error: FastifyError, path: string): Refusal | undefined => {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal(4110, `The document is larger than ${xmlBytesMax} bytes`)
  const status = error.statusCode ?? 500
  const isForm = path === '/upload' || path === '/finish' || path === '/retract'
  if (
    isForm &&
    (status < 500 ||
      /multipart|busboy|boundary|unexpected end|part terminated|malformed/i.test(error.message))
  )
    return new Refusal(
      path === '/upload' && /file/i.test(error.message) ? noFileCode : badFormCode,
      'The form cannot be read',
    )
  return status < 500 ? new Refusal(4000, error.message) : undefined
}
