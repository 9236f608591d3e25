/** Databases for tests: a fresh one for each test file, with the migrations applied. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { migrate, readMigrations } from '../../packages/server/src/db/migrate.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../packages/server/src/platform/postgres/start-embedded.ts'

/** The server that the test command has started; without it a test file starts an embedded one of its own. */
const serverVariable = 'TIPLINE_TEST_POSTGRES_URL'
/** One template is made at a time per server, whichever test file comes first; the number is arbitrary. */
const templateLock = 7_415_900

/** What a test or a suite gives to say what is to be done after it. */
type Scope = { after(done: () => Promise<void>): void }

export type FreshDatabase = {
  name: string
  /** Connection URL of the owner (superuser) to this database. */
  url: string
  /** Runs one statement, or several, as the owner and gives the rows of the last. @throws Error where it reads several rows without saying in which order */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

/**
 * A new database with all migrations, dropped after the scope (by default after the whole test file).
 * @param scope a test's context, or nothing at the top of a file
 */
export const freshDatabase = async (scope: Scope = { after }): Promise<FreshDatabase> => {
  const adminUrl = await serverUrl()
  const name = `tipline_test_${randomBytes(6).toString('hex')}`
  const template = await ensureTemplate(adminUrl)
  await onServer(adminUrl, (admin) => admin.query(`create database ${name} template ${template}`))
  const url = withDatabase(adminUrl, name)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  scope.after(async () => {
    await pool.end()
    await drop(adminUrl, name)
  })
  return {
    name,
    url,
    query: async (text, values) => {
      // Of several statements in one text there are several results; the last is told.
      const last = [await pool.query(text, values)].flat().at(-1)
      if (!last) return []
      const { rows, fields } = last
      if (rows.length > 1 && fields.length > 0) saysItsOrder(text)
      return rows
    },
  }
}

/**
 * PostgreSQL gives rows in any order where a statement names none, and in the same one nearly always: what compares them then fails by
 * chance, months later.
 */
const saysItsOrder = (text: string): void => {
  if (!/^\s*(select|with)\b/i.test(text)) return
  let outermost = text.toLowerCase()
  for (let before = ''; before !== outermost; ) {
    before = outermost
    outermost = before.replace(/\([^()]*\)/g, ' ')
  }
  if (!/\border\s+by\b/.test(outermost)) throw new Error(`say in which order the rows come: ${text}`)
}

/** An empty database without migrations, dropped after the scope: for tests of the migrations themselves. */
export const emptyDatabase = async (scope: Scope = { after }): Promise<{ name: string; url: string }> => {
  const adminUrl = await serverUrl()
  const name = `tipline_test_${randomBytes(6).toString('hex')}`
  await onServer(adminUrl, (admin) => admin.query(`create database ${name}`))
  scope.after(() => drop(adminUrl, name))
  return { name, url: withDatabase(adminUrl, name) }
}

/** The same server's URL for another database. Works for Unix sockets, whose URL has no host and so is no WHATWG URL. */
export const withDatabase = (url: string, database: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`)

let own: Promise<EmbeddedPostgres & { dataDir: string }> | undefined

const serverUrl = async (): Promise<string> => {
  const given = process.env[serverVariable]
  if (given) return given
  own ??= startOwn()
  return (await own).adminUrl
}

const startOwn = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tipline-test-'))
  return { dataDir, ...(await startEmbeddedPostgres({ dataDir })) }
}

// Registered while this module loads, so that it belongs to the file and not to the test that came first.
after(async () => {
  const server = await own
  if (!server) return
  await server.stop()
  await rm(server.dataDir, { recursive: true, force: true })
})

/** Drops a database; one on a server of this file's own goes with the server. */
const drop = async (adminUrl: string, name: string): Promise<void> => {
  if (!own) await onServer(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
}

const onServer = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** The name tells the migrations it was made with, so that a changed one makes a new template. */
const templateName = async (): Promise<string> => {
  const migrations = await readMigrations()
  const hash = createHash('sha256').update(migrations.map((each) => `${each.name} ${each.sha256}`).join('\n'))
  return `tipline_template_${hash.digest('hex').slice(0, 12)}`
}

/** Applies the migrations once per server; each test's database is a copy of the result. */
const ensureTemplate = async (adminUrl: string): Promise<string> => {
  const name = await templateName()
  await onServer(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock])
    const { rows } = await admin.query('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    const partial = `${name}_partial`
    await admin.query(`drop database if exists ${partial} with (force)`)
    await admin.query(`create database ${partial}`)
    await migrate(withDatabase(adminUrl, partial))
    await admin.query(`alter database ${partial} rename to ${name}`)
  })
  return name
}
