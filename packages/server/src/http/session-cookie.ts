import '@fastify/cookie'
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const sessionCookie = 'tipline_session'
/** 256 bits: not to be guessed. */
const tokenBytes = 32

export const newSessionToken = (): string => randomBytes(tokenBytes).toString('base64url')

/** What is stored of a token: its digest. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest()

export const readSessionToken = (request: FastifyRequest): string | undefined => {
  const token = request.cookies[sessionCookie]
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** Sent back only to this site, never readable by a script; over TLS never in the clear. */
export const setSessionCookie = (reply: FastifyReply, token: string): void => {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
  })
}

export const clearSessionCookie = (reply: FastifyReply): void => {
  void reply.clearCookie(sessionCookie, { path: '/' })
}
