const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

/**
 * Refuses to listen beyond this machine until what that needs is there: reports must not travel in the clear, and
 * demonstration people have no secret.
 * @throws Error that says what is missing
 */
export const refuseOpenListening = (wish: { host: string; demo: boolean; tls?: unknown }): void => {
  if (loopback.has(wish.host)) return
  if (wish.demo)
    throw new Error(
      `A demonstration listens on this machine alone: anybody could sign in as anybody. Leave out --host ${wish.host}.`,
    )
  if (wish.tls !== undefined) return
  throw new Error(
    `This server speaks plain HTTP, and passwords and reports would cross the network in the clear. Give it a certificate (--tls-cert, --tls-key), or listen on 127.0.0.1 and put a proxy with TLS in front of it; --host ${wish.host} is refused.`,
  )
}
