import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
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

/** TLS 1.2 at least (NIST SP 800-52r2, section 3.1). */
const tlsVersionMin = 'TLSv1.2'

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

/** The listener itself, with TLS where there is a certificate. */
export const rawServer = (
  certificate: Certificate | undefined,
  times: DoorTimes,
  handler: RequestListener,
): Server | TlsServer => {
  const options = {
    connectionsCheckingInterval: times.checkEveryMs,
    requestTimeout: 0,
    headersTimeout: times.headersMs,
  }
  const server = certificate
    ? createTlsServer({ ...options, ...certificate, minVersion: tlsVersionMin, ciphers }, handler)
    : createServer(options, handler)
  server.keepAliveTimeout = times.keepAliveMs
  server.setTimeout(times.idleMs)
  return server
}
