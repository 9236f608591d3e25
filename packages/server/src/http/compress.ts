/**
 * JSON is sent compressed: a page of a queue is a twelfth of its size, which is most of the wait on a slow line.
 *
 * Length of a compressed answer can tell what stands in it to somebody who puts guesses beside it, has the victim's browser ask,
 * and sees the wire (BREACH). So nothing is compressed that another site's page asked for, nothing that answers a write, where
 * links and passwords are told once, and the cookie of the session is not sent from other sites in the first place.
 */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Smaller answers fit in one packet as they are. */
const compressedBytesMin = 1_400
/** A page of the queue takes 2 ms at this quality; the best takes a hundred times as long for a tenth less. */
const brotliQuality = 4
const gzipLevel = 6

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

type Coding = 'br' | 'gzip'

/** Which coding the client takes; `q=0` says that it does not. */
const codingFor = (accepted: string | undefined): Coding | undefined => {
  const names = (accepted ?? '').split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
  })
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined
}

/** Asked for by this site's own page, or by no page at all. */
const isOwn = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

const compressed = (coding: Coding, bytes: Buffer): Promise<Buffer> =>
  coding === 'br'
    ? brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    : gzipAsync(bytes, { level: gzipLevel })

/** Compresses the JSON that answers a reading call, where the client takes it. */
export const compressAnswers = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = reply.getHeader('content-type')
    if (request.method !== 'GET' || typeof payload !== 'string' || typeof type !== 'string') return payload
    if (!type.startsWith('application/json') || reply.hasHeader('content-encoding')) return payload
    void reply.header('vary', 'accept-encoding')
    const bytes = Buffer.from(payload)
    const coding = codingFor(request.headers['accept-encoding'])
    if (bytes.length < compressedBytesMin || coding === undefined || !isOwn(request)) return payload
    void reply.header('content-encoding', coding).removeHeader('content-length')
    return compressed(coding, bytes)
  })
}
