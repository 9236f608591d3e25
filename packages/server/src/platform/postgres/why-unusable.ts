import pg from 'pg'
import { PostgresFault } from './fault.ts'

const isItThere = 'Is PostgreSQL running there, and are host and port right?'
const elsewhere = 'Is the address right, and does a firewall stand between?'
const lost =
  'the connection was lost. Nothing is half made: look into the log of PostgreSQL, then start again.'
const busy = 'it is starting or stopping. Try again in a moment.'

/** What each code says and what to do: of the system, of TLS, and of PostgreSQL (its manual, appendix A). */
const because: Record<string, string> = {
  ECONNREFUSED: `nothing listens there. ${isItThere}`,
  ENOENT: 'there is no socket. Is PostgreSQL running, and is the folder of its socket right?',
  EACCES: 'this account may not use the socket there.',
  ENOTFOUND: 'its name is not known. Check the name, or use the IP address.',
  EAI_AGAIN: 'its name could not be looked up: no name server answered. Check the network.',
  ETIMEDOUT: `it did not answer in time. ${elsewhere}`,
  EHOSTUNREACH: `there is no way to that machine. ${elsewhere}`,
  ENETUNREACH: `there is no way to that network. ${elsewhere}`,
  ECONNRESET: lost,
  EPIPE: lost,
  CERT_HAS_EXPIRED: 'its certificate has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another name. Use the name that the certificate was made for.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself alone. Name it in sslrootcert=FILE.',
  SELF_SIGNED_CERT_IN_CHAIN: 'the authority of its certificate is not trusted. Name it in sslrootcert=FILE.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the authority of its certificate is not known. Name it in sslrootcert=FILE.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the authority of its certificate is not known. Name it in sslrootcert=FILE.',
  '28P01': 'it does not take the password. Is it right, and is it the one of this login?',
  '28000':
    'it does not let this login in. Is there such a login, and does pg_hba.conf allow it to come from here?',
  '3D000': 'it has no such database. Make one: CREATE DATABASE ... OWNER ...',
  '42501':
    'the login may not do what is needed. It has to own the database, or another that does is named in TIPLINE_DATABASE_OWNER_URL.',
  '53300': 'it takes no more connections. End some, or raise max_connections.',
  '57P01': lost,
  '57P02': lost,
  '57P03': busy,
}

/** What pg says in words alone. */
const inWordsAlone: [words: RegExp, why: string][] = [
  [
    /does not support SSL/,
    'it does not speak TLS. Switch ssl on there, or leave sslmode out on one machine.',
  ],
  [/terminated unexpectedly|Connection terminated$|not queryable/, lost],
  [/timeout expired/, `it did not answer in time. ${elsewhere}`],
]

const codeOf = (error: Error): string | undefined => {
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : undefined
}

/** The setting that names a database. */
type Named = 'DATABASE_URL' | 'TIPLINE_DATABASE_OWNER_URL'

/**
 * Why the operator's own database cannot be used, and what to do: a fault where this knows it, else the error as it is. It names where
 * the database was looked for, and never the password.
 */
export const whyUnusable = (named: Named, url: string, error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof PostgresFault) return error
  // A migration that failed names itself, and has what the database said as its cause.
  const said = error.cause instanceof Error ? error.cause : error
  const code = codeOf(said)
  const why =
    code === undefined ? inWordsAlone.find(([words]) => words.test(said.message))?.[1] : because[code]
  if (why === undefined) return error
  const { host, port, database, user } = new pg.Client({ connectionString: url })
  const where = host.startsWith('/') ? host : `${host}:${port}`
  return new PostgresFault(
    'not usable',
    `The database of ${named} ("${database}" at ${where}, as "${user}") cannot be used${code === undefined ? '' : ` (${code})`}: ${why}`,
    { cause: error },
  )
}

/** Does some work on the operator's own database. @throws PostgresFault code `not usable`, or what the work throws */
export const onDatabaseOf = async <T>(named: Named, url: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw whyUnusable(named, url, error)
  }
}
