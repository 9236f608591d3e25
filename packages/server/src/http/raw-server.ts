import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as HttpsServer } from 'node:https'
import { Server as TlsServer } from 'node:tls'
import type { Certificate } from '../platform/certificate.ts'

/** How long a client may take for what, and why. */
export const doorTimes = {
  /** To send its headers: slower ones hold a place that others need. */
  headersMs: 20_000,
  /** How often that is looked at. */
  checkEveryMs: 5_000,
  /** Between two bytes of a slow upload. The whole may take as long as it takes. */
  idleMs: 120_000,
  /** To send the whole body of a call of the JSON API; the largest, an import, comes over a slow line in this time. */
  bodyMs: 180_000,
  /** Between two calls on one connection: providers file in bursts. */
  keepAliveMs: 65_000,
}
export type DoorTimes = typeof doorTimes

/** Bytes of all headers of a call; browsers and providers send a tenth. More is answered 431 and the connection closed. */
const headerBytesMax = 16_384

/** TLS 1.2 at least (NIST SP 800-52r2, section 3.1). */
const tlsVersionMin = 'TLSv1.2' as const

/**
 * Of TLS 1.2, suites with a key of their own for each connection and authenticated encryption alone (NIST SP 800-52r2,
 * section 3.3.1); all of TLS 1.3 are so.
 */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')

const tlsRules = { minVersion: tlsVersionMin, ciphers } as const

/** The listener itself, with TLS where there is a certificate. */
export const rawServer = (
  certificate: Certificate | undefined,
  times: DoorTimes,
  handler: RequestListener,
): Server | HttpsServer => {
  const options = {
    connectionsCheckingInterval: times.checkEveryMs,
    requestTimeout: 0,
    headersTimeout: times.headersMs,
    maxHeaderSize: headerBytesMax,
  }
  const server = certificate
    ? createTlsServer({ ...options, ...certificate, ...tlsRules }, handler)
    : createServer(options, handler)
  server.keepAliveTimeout = times.keepAliveMs
  server.setTimeout(times.idleMs)
  return server
}

/** Serves new connections with a renewed certificate, under the same rules. Where there is no TLS nothing changes. */
export const useCertificate = (server: unknown, renewed: Certificate): void => {
  // What is not given here would fall back to the platform's own: the rules go with every certificate.
  if (server instanceof TlsServer) server.setSecureContext({ ...renewed, ...tlsRules })
}
