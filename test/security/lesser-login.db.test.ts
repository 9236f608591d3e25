/** The program by a login that owns nothing: it works, and who has one of its connections changes no table and no policy. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openAdministration, openLog, startServer } from '@opentipline/server'
import pg from 'pg'
import { clientOf, fileThin } from '../faults/support/reports.ts'
import { freshDatabase } from '../support/database.ts'
import { eventually } from '../support/server.ts'
import { mayNot, ownerStatements } from './support/owner-statements.ts'

const database = await freshDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'tipline-lesser-'))
after(() => rm(dataDir, { recursive: true, force: true }))
const log = openLog('silent')

/** A new login on the test's server, and the address by which it connects. */
const newLogin = async (rights: string): Promise<string> => {
  const login = `test_app_${randomBytes(4).toString('hex')}`
  await database.query(`create role ${login} login ${rights} password 'synthetic'`)
  return database.url.replace(/\/\/[^@]*@/, `//${login}:synthetic@`)
}
const userOf = (url: string): string => /\/\/([^:]*):/.exec(url)?.[1] ?? ''
const start = (databaseUrl: string) =>
  startServer({
    dataDir,
    port: 0,
    host: '127.0.0.1',
    databaseUrl,
    databaseOwnerUrl: database.url,
    demo: true,
    log,
  })

test('a login that could do more than take the program’s roles is refused, with what it could do', async () => {
  for (const [rights, why] of [
    ['noinherit superuser', /is a superuser/],
    ['noinherit bypassrls', /bypasses row security/],
    ['noinherit createrole', /may make roles/],
    ['inherit', /NOINHERIT/],
  ] as const)
    await assert.rejects(start(await newLogin(rights)), why)
  await assert.rejects(start(database.url), /superuser|owns the tables/)
})

test('a report comes into the queue by a login without rights, which leaves its role for no greater one', async (t) => {
  const url = await newLogin('noinherit')
  const server = await start(url)
  t.after(() => server.stop())
  const administration = await openAdministration({ dataDir, operator: 'test', log })
  const credential = await administration.addProvider({ name: 'Example Provider', environment: 'live' })
  await administration.close()
  const reportId = await fileThin(clientOf(server.address, credential), 'wisconsin', 'lesser')
  await eventually(async () => {
    const tips = await database.query('select 1 from tip where report_id = $1', [reportId])
    return tips.length > 0 ? true : undefined
  })
  const users = await database.query<{ usename: string }>(
    `select distinct usename from pg_stat_activity where datname = $1 and application_name like 'tipline%'`,
    [database.name],
  )
  assert.deepEqual(
    users.map(({ usename }) => usename),
    [userOf(url)],
  )
  // Somebody with a connection of intake, and SQL of their own.
  const client = new pg.Client({ connectionString: url, options: '-c role=tipline_intake' })
  await client.connect()
  t.after(() => client.end())
  await client.query('set role none')
  for (const statement of ownerStatements) await assert.rejects(client.query(statement), mayNot, statement)
})
