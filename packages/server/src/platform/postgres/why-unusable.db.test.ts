/** A database that an operator named and that cannot be used: by real servers, sockets and logins, with what to do about it. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptyDatabase, freshDatabase, withDatabase } from '../../../../../test/support/database.ts'
import { eventually } from '../../../../../test/support/server.ts'
import { withClient } from '../../db/with-client.ts'
import { openLog } from '../log.ts'
import { openPostgres } from '../postgres.ts'
import { PostgresFault } from './fault.ts'
import { whyUnusable } from './why-unusable.ts'

const database = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'tipline-unusable-'))
after(() => rm(folder, { recursive: true, force: true }))
const secret = `synthetic-${randomBytes(8).toString('hex')}`

/** What an operator reads who names this database. */
const said = async (databaseUrl: string, databaseOwnerUrl?: string): Promise<string> => {
  const error: unknown = await openPostgres(
    folder,
    { databaseUrl, databaseOwnerUrl },
    openLog('silent'),
  ).catch((reason: unknown) => reason)
  assert.ok(error instanceof PostgresFault, String(error))
  assert.equal(error.code, 'not usable')
  assert.ok(!error.message.includes(secret), 'a password is never told')
  return error.message
}
const asUser = (url: string, user: string): string => url.replace(/\/\/[^@]*@/, `//${user}:${secret}@`)
const newLogin = async (): Promise<string> => {
  const name = `test_login_${randomBytes(4).toString('hex')}`
  await database.query(`create role ${name} login password '${secret}'`)
  after(() => database.query(`drop role if exists ${name}`))
  return name
}
/** A port of this machine on which each connection is treated so. */
const portThat = async (treats: (socket: Socket) => void): Promise<number> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    treats(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('where nothing is, it is said where was looked and what to check', async () => {
  assert.equal(
    await said(`postgres://sample:${secret}@127.0.0.1:1/tips`),
    'The database of DATABASE_URL ("tips" at 127.0.0.1:1, as "sample") cannot be used (ECONNREFUSED): nothing listens there. Is PostgreSQL running there, and are host and port right?',
  )
  assert.match(
    await said(`postgres://sample:${secret}@/tips?host=${folder}`),
    /\(ENOENT\): there is no socket/,
  )
})

test('one that speaks no TLS, or cuts the connection, is told from one that is not there', async () => {
  const plain = await portThat((socket) => socket.once('data', () => socket.end('N')))
  assert.match(
    await said(`postgres://sample:${secret}@127.0.0.1:${plain}/tips?sslmode=verify-full`),
    /speak TLS/,
  )
  const cutting = await portThat((socket) => socket.once('data', () => socket.destroy()))
  assert.match(await said(`postgres://sample:${secret}@127.0.0.1:${cutting}/tips`), /the connection was lost/)
})

test('a wrong password, a database that is not there and a login without rights are told apart', async () => {
  assert.match(await said(asUser(database.url, 'tipline_owner')), /\(28P01\): it does not take the password/)
  const login = await newLogin()
  const missing = withDatabase(asUser(database.url, login), 'no_such_database')
  assert.match(await said(missing), /"no_such_database" .* \(3D000\): it has no such database/)
})

test('a login that may not make the tables is told to be so, by the setting that names it', async (t) => {
  const { url } = await emptyDatabase(t)
  const login = await newLogin()
  assert.match(
    await said(asUser(url, login)),
    /DATABASE_URL .* \(42501\): the login may not do what is needed/,
  )
  assert.match(await said(url, asUser(url, login)), /of TIPLINE_DATABASE_OWNER_URL .* \(42501\)/)
})

test('a database that goes away while the schema is made is told, and the next start begins anew', async (t) => {
  const { url } = await emptyDatabase(t)
  const migrationLock = 7_415_001
  // Whoever migrates waits for this, until its connection is ended from outside.
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const told = said(url)
    await eventually(async () => {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted and objid = $1`,
        [migrationLock],
      )
      return rowCount === 0 ? undefined : true
    })
    assert.match(await told, /\(57P01\): the connection was lost\. Nothing is half made/)
  })
  const opened = await openPostgres(folder, { databaseUrl: url }, openLog('silent'))
  await opened.stop()
})

test('what a migration met is told as what it is', () => {
  for (const cause of [
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error(), { code: '57P01' }),
  ]) {
    const told = whyUnusable('DATABASE_URL', 'postgres://x@127.0.0.1/y', new Error('Synthetic', { cause }))
    assert.ok(told instanceof PostgresFault && /the connection was lost/.test(told.message))
  }
})

test('what it does not know stays what it is', () => {
  const other = new Error('Synthetic fault 17')
  assert.equal(whyUnusable('DATABASE_URL', 'postgres://x@127.0.0.1/y', other), other)
  const refused = new PostgresFault('not durable', 'Synthetic fault 17')
  assert.equal(whyUnusable('DATABASE_URL', 'postgres://x@127.0.0.1/y', refused), refused)
})
