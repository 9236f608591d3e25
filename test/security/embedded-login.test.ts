/** On the embedded database too the program works by a login that owns nothing, with another password at each start. */
import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openAdministration, openLog, startServer } from '@opentipline/server'
import pg from 'pg'
import { databaseUrlOf } from '../support/serve.ts'
import { readRunning } from '../../packages/server/src/platform/running.ts'
import { machineStatements, mayNot, ownerStatements } from './support/owner-statements.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'tipline-embedded-login-'))
// Under root the database runs as another account, which must be able to pass.
await chmod(dataDir, 0o755)
const log = openLog('silent')
const start = () => startServer({ dataDir, port: 0, host: '127.0.0.1', demo: true, log })
const urlNow = async (): Promise<string> => (await readRunning(dataDir))?.databaseUrl ?? ''
const passwordOf = (url: string): string => /:([^:@]*)@/.exec(url)?.[1] ?? ''
const connected = async (connectionString: string, options?: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString, ...(options === undefined ? {} : { options }) })
  await client.connect()
  return client
}
let server = await start()
after(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('no connection of the program is the owner’s once it has started', async () => {
  const administration = await openAdministration({ dataDir, operator: 'test', log })
  await administration.addProvider({ name: 'Example Provider', environment: 'live' })
  await administration.close()
  const owner = await connected(databaseUrlOf(dataDir))
  try {
    const { rows } = await owner.query<{ login: string }>(
      `select distinct usename as login from pg_stat_activity where application_name like 'tipline%'`,
    )
    assert.deepEqual(rows, [{ login: 'tipline_app' }])
    const { rows: rights } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit from pg_roles where rolname = 'tipline_app'`,
    )
    assert.deepEqual(rights, [
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolinherit: false,
      },
    ])
  } finally {
    await owner.end()
  }
})

test('who has a connection of intake and leaves its role has no table, no policy, and nothing of the machine', async () => {
  const client = await connected(await urlNow(), '-c role=tipline_intake')
  try {
    await client.query('set role none')
    for (const statement of [...ownerStatements, ...machineStatements])
      await assert.rejects(client.query(statement), mayNot, statement)
  } finally {
    await client.end()
  }
})

test('after the next start the password of the one before opens nothing', async () => {
  const before = await urlNow()
  await server.stop()
  server = await start()
  assert.notEqual(passwordOf(before), passwordOf(await urlNow()))
  // The place may be another one after a start; the login is asked at the place of now.
  const stale = (await urlNow()).replace(passwordOf(await urlNow()), passwordOf(before))
  await assert.rejects(connected(stale), /password authentication failed/)
})
