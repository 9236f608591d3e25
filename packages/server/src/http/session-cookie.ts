import '@fastify/cookie'
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const sessionCookie = 'tipline_session'
/** Names the browser, not the person. A session's token counts only beside the cookie of the device it was begun in. */
const deviceCookie = 'tipline_device'
/** Browsers keep a cookie for 400 days at most. */
const deviceDays = 400
/** 256 bits: not to be guessed. */
const tokenBytes = 32

export const newToken = (): string => randomBytes(tokenBytes).toString('base64url')

/** What is stored of a token: its digest. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest()

const isTls = (request: FastifyRequest): boolean => request.protocol === 'https'

/**
 * Over TLS the name begins with `__Host-`: browsers then take it from this host alone, over TLS alone and for no part of
 * it (RFC 6265bis, 4.1.3), so that neither a neighbouring host nor plain HTTP can plant one. Plain HTTP on this machine
 * cannot have it.
 */
const nameOver = (request: FastifyRequest, name: string): string => (isTls(request) ? `__Host-${name}` : name)

const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)

const readToken = (request: FastifyRequest, name: string): string | undefined => {
  const token = request.cookies[nameOver(request, name)]
  return isToken(token) ? token : undefined
}

export const readSessionToken = (request: FastifyRequest): string | undefined =>
  readToken(request, sessionCookie)

/** The digest of the device's cookie, or undefined for a device that has none yet. */
export const readDevice = (request: FastifyRequest): Buffer | undefined => {
  const token = readToken(request, deviceCookie)
  return token === undefined ? undefined : tokenDigest(token)
}

/** Sent back only to this site, never readable by a script; over TLS never in the clear. */
const guarded = (reply: FastifyReply) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isTls(reply.request) }) as const

export const setSessionCookie = (reply: FastifyReply, token: string): void => {
  void reply.setCookie(nameOver(reply.request, sessionCookie), token, guarded(reply))
}

export const clearSessionCookie = (reply: FastifyReply): void => {
  void reply.clearCookie(nameOver(reply.request, sessionCookie), guarded(reply))
}

/** The digest of the device's cookie; a device without one is given one with this answer. */
export const ensureDevice = (request: FastifyRequest, reply: FastifyReply): Buffer => {
  const known = readDevice(request)
  if (known) return known
  const token = newToken()
  void reply.setCookie(nameOver(request, deviceCookie), token, {
    ...guarded(reply),
    maxAge: deviceDays * 86_400,
  })
  return tokenDigest(token)
}
