import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { reportingLimits } from './limits.ts'
import type { Settings } from './options.ts'

/** A body whose bytes are read as they go out. `open` is called only once the connection stands. */
export type StreamedBody = {
  kind: 'streamed'
  contentType: string
  length: number | undefined
  open: () => AsyncIterable<Uint8Array>
}
export type Body = { kind: 'whole'; contentType: string; bytes: Uint8Array } | StreamedBody

export type Request = { method: 'GET' | 'POST'; path: string; body?: Body }

export type Exchange =
  | { kind: 'answer'; status: number; headers: http.IncomingHttpHeaders; bytes: Uint8Array }
  /** `reached` tells whether the server can have seen the whole request. */
  | { kind: 'failed'; reached: 'not received' | 'maybe received'; cause: unknown }

export type Transport = { exchange: (request: Request) => Promise<Exchange>; close: () => void }

/** The body's own source failed: what was sent is an unfinished request, which no server carries out. */
class SourceFailure extends Error {
  constructor(cause: unknown) {
    super('The bytes to send could not be read', { cause })
    this.name = 'SourceFailure'
  }
}

async function* fromSource(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* open()
  } catch (error) {
    throw new SourceFailure(error)
  }
}

/** Resolves when the connection (with TLS, its handshake) stands and the request can travel. */
const connected = (request: http.ClientRequest): Promise<void> =>
  new Promise((resolve) => {
    request.once('socket', (socket) => {
      if (request.reusedSocket || !socket.connecting) resolve()
      else socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', () => resolve())
    })
  })

const readAnswer = async (response: http.IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response) {
    sizeBytes += chunk.length
    if (sizeBytes > reportingLimits.answerBytesMax)
      throw new RangeError('The answer is larger than the limit')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const send = async (request: http.ClientRequest, body: Body | undefined): Promise<void> => {
  // Written only now: what waits for a connection that never stands must not count as sent.
  if (body?.kind !== 'streamed') {
    request.end(body?.bytes)
    return
  }
  const source = Readable.from(fromSource(body.open), { objectMode: false })
  await pipeline(source, request)
}

const lengthOf = (body: Body | undefined): number | undefined =>
  body?.kind === 'whole' ? body.bytes.length : body?.length

const headersOf = (settings: Settings, body: Body | undefined): http.OutgoingHttpHeaders => {
  const length = lengthOf(body)
  return {
    authorization: settings.authorization,
    accept: 'application/xml, text/xml',
    'user-agent': 'OpenTipline-client/0.1',
    ...(body === undefined ? {} : { 'content-type': body.contentType }),
    ...(length === undefined ? {} : { 'content-length': length }),
  }
}

/**
 * Sends and reads at once: a server may answer before it has read the whole body, and its answer then counts more
 * than the connection that it breaks.
 */
const converse = async (client: http.ClientRequest, body: Body | undefined): Promise<Exchange> => {
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    client.once('response', resolve)
    client.once('error', reject)
    client.once('close', () => reject(new Error('The connection closed without an answer')))
  })
  answered.catch(() => undefined)
  // Without a listener a late error of the socket would end the process; it has been told already.
  client.on('error', () => undefined)
  const sending = connected(client).then(() => send(client, body))
  const sendFailure = sending.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => {
      if (error instanceof SourceFailure) throw error
      return new Promise<never>(() => undefined)
    },
  )
  const response = await Promise.race([answered, sendFailure])
  const bytes = await readAnswer(response)
  return { kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, bytes }
}

/** A request whose last byte never left here cannot have been received whole, and is not carried out. */
const failed = (client: http.ClientRequest, cause: unknown): Exchange => ({
  kind: 'failed',
  reached: client.writableFinished ? 'maybe received' : 'not received',
  cause,
})

/** One HTTP/1.1 connection pool to one server. `exchange` never throws: what went wrong is a value. */
export const createTransport = (settings: Settings): Transport => {
  const { baseUrl, timeoutMs: timeout } = settings
  const scheme = baseUrl.protocol === 'https:' ? https : http
  const agent = new scheme.Agent({
    keepAlive: true,
    maxSockets: reportingLimits.connectionsMax,
    ...(settings.ca === undefined ? {} : { ca: settings.ca }),
  })
  const exchange = async ({ method, path, body }: Request): Promise<Exchange> => {
    const headers = headersOf(settings, body)
    const client = scheme.request(baseUrl.href + path, { method, agent, headers, timeout })
    client.once('timeout', () => client.destroy(new Error(`Nothing moved for ${timeout} ms`)))
    try {
      return await converse(client, body)
    } catch (cause) {
      return failed(client, cause)
    } finally {
      // An answer that came before the body was sent leaves a connection that cannot be used again.
      if (!client.writableFinished) client.destroy()
    }
  }
  return { exchange, close: () => agent.destroy() }
}
