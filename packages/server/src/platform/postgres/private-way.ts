import pg from 'pg'
import { PostgresFault } from './fault.ts'

const loopback = ['localhost', '127.0.0.1', '::1', '[::1]']

/**
 * Whether nobody between here and the server can read or change what is said: a socket or an address of this machine, or
 * TLS with a certificate that is checked. `sslmode=no-verify` and the modes that fall back to plain are neither.
 */
export const isPrivateWay = (url: string): boolean => {
  const { host, ssl } = new pg.Client({ connectionString: url })
  if (host.startsWith('/') || loopback.includes(host)) return true
  const settings: unknown = ssl
  if (typeof settings !== 'object' || settings === null) return settings === true
  return !('rejectUnauthorized' in settings && settings.rejectUnauthorized === false)
}

/**
 * Refuses a PostgreSQL on another machine that would be spoken to in the clear, or without knowing that it is the one:
 * reports and the password would cross the network. An operator who protects the network otherwise says so.
 * @throws {PostgresFault} code `not private`
 */
export const assertPrivateWay = (url: string, isPlainAllowed: boolean): void => {
  if (isPlainAllowed || isPrivateWay(url)) return
  throw new PostgresFault(
    'not private',
    'DATABASE_URL leads to another machine without TLS that is checked, and reports would cross the network readable. Add sslmode=verify-full (and sslrootcert=FILE for an authority of your own), or set TIPLINE_DATABASE_PLAIN=allowed where the network itself is encrypted.',
  )
}
