import { isIP } from 'node:net'

/** What this deployment is to those who sign in. */
export type Site = {
  /** The address under which browsers reach it, `https://tipline.example.org`. */
  origin(): string
  /** What passkeys belong to: the name in that address. Null where it is a bare IP number, which none can belong to. */
  rpId(): string | null
  /** The deployment's use notice, shown before sign-in; empty where it gives none. */
  notice: string
  /** Seals the secrets that are kept for signing in. 32 bytes. */
  key: Buffer
}

/**
 * The site under the address its operator names, or under `localhost` at the port where it listens: a browser takes that
 * for safe, and a passkey can belong to it.
 * @throws Error when the named address is none
 */
export const openSite = (
  given: { publicUrl: string | undefined; notice: string | undefined; key: Buffer },
  listening: () => string,
): Site => {
  const named = given.publicUrl === undefined ? undefined : readPublicUrl(given.publicUrl)
  const url = (): URL => {
    if (named) return named
    const local = new URL(listening())
    if (local.hostname === '127.0.0.1' || local.hostname === '[::1]') local.hostname = 'localhost'
    return local
  }
  return {
    origin: () => url().origin,
    rpId: () => {
      const { hostname } = url()
      return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : null
    },
    notice: given.notice ?? '',
    key: given.key,
  }
}

const readPublicUrl = (text: string): URL => {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.pathname !== '/')
    throw new Error(
      `TIPLINE_PUBLIC_URL is "${text}". It takes the address that browsers use and nothing more, such as https://tipline.example.org`,
    )
  return url
}
