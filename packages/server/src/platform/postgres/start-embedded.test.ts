import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ownAccount } from './account.ts'
import { assertDurable } from './durable.ts'
import { isAlive, readPidFile } from './process-state.ts'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded.ts'

/** Long enough for a loaded machine; a test that waits this long has failed. */
const patienceMs = 60_000

const scratch = mkdtempSync(join(tmpdir(), 'tl-'))
chmodSync(scratch, 0o755)
/** One folder for all tests, each of which leaves it stopped: making a database anew takes a second. */
const dataDir = join(scratch, 'pg')
before(async () => (await startEmbeddedPostgres({ dataDir })).stop())
beforeEach(() => rmSync(join(dataDir, 'local.conf'), { force: true }))
after(() => rmSync(scratch, { recursive: true, force: true }))

const start = async (t: TestContext, options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres(options)
  t.after(() => server.stop())
  return server
}

const ask = async (url: string, text: string): Promise<Record<string, unknown>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows[0] ?? {}
  } finally {
    await client.end()
  }
}

const until = async (what: string, holds: () => boolean): Promise<void> => {
  const deadline = performance.now() + patienceMs
  while (!holds()) {
    assert.ok(performance.now() < deadline, `${what} within ${patienceMs} ms`)
    await sleep(20)
  }
}

/** Starts a server in another process, and returns that process and the server's pid. */
const holder = async (how: 'stay' | 'leave'): Promise<{ child: ChildProcess; pid: number }> => {
  const program = fileURLToPath(new URL('./holder.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir, how], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { child, pid: Number(String(line)) }
}

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('it starts durable, in Unicode, as nobody who is root, and keeps its data', async (t) => {
  const first = await start(t, { dataDir })
  const settings = await ask(
    first.adminUrl,
    `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
       lower('ÀÉ') as lowered, 'a' > 'B' as by_code_point, current_setting('timezone') as zone`,
  )
  assert.deepEqual(settings, {
    encoding: 'UTF8',
    checksums: 'on',
    lowered: 'àé',
    by_code_point: true,
    zone: 'UTC',
  })
  assert.equal(statSync(join(dataDir, 'cluster')).uid, ownAccount()?.uid ?? process.getuid?.())
  assert.equal(statSync(join(dataDir, 'cluster')).mode & 0o777, 0o700)
  await ask(first.adminUrl, 'create table kept as select 17 as value')
  await first.stop()
  assert.equal(first.info().state, 'stopped')
  assert.equal(readPidFile(join(dataDir, 'cluster')), null)
  const second = await start(t, { dataDir })
  assert.deepEqual(await ask(second.adminUrl, 'select value from kept'), { value: 17 })
})

test('on a port it wants the password', async (t) => {
  const server = await start(t, { dataDir, port: 0 })
  const withoutPassword = server.adminUrl.replace(/:[^:@/]+@/, ':wrong@')
  await assert.rejects(ask(withoutPassword, 'select 1'), /password authentication failed/)
  assert.deepEqual(await ask(server.urlFor('template1'), 'select current_database() as name'), {
    name: 'template1',
  })
})

test('two never run on one folder', async (t) => {
  const server = await start(t, { dataDir })
  await assert.rejects(startEmbeddedPostgres({ dataDir }), { code: 'in use', message: /Stop that one first/ })
  assert.equal((await ask(server.adminUrl, 'select 1 as one')).one, 1)
})

test('a server whose supervisor was killed is adopted, and loses nothing', async (t) => {
  const { child, pid } = await holder('stay')
  await kill(child)
  assert.ok(isAlive(pid))
  const adopted = await start(t, { dataDir })
  assert.deepEqual([adopted.info().origin, adopted.info().pid], ['adopted', pid])
  assert.equal((await ask(adopted.adminUrl, 'select 1 as one')).one, 1)
  await adopted.stop()
  assert.equal(isAlive(pid), false)
})

test('an orphan with other settings is stopped, and a new server started', async (t) => {
  const { child, pid } = await holder('stay')
  await kill(child)
  const server = await start(t, { dataDir, port: 0 })
  assert.equal(server.info().origin, 'started')
  assert.equal(isAlive(pid), false)
  assert.equal((await ask(server.adminUrl, 'select 1 as one')).one, 1)
})

test('a server killed together with its supervisor is recovered', async (t) => {
  const { child, pid } = await holder('stay')
  await kill(child)
  process.kill(pid, 'SIGKILL')
  const server = await start(t, { dataDir })
  assert.equal(server.info().origin, 'started')
  assert.equal((await ask(server.adminUrl, 'select 1 as one')).one, 1)
})

test('when its process exits by itself the server is stopped', async () => {
  const { child, pid } = await holder('leave')
  if (child.exitCode === null) await once(child, 'exit')
  assert.equal(child.exitCode, 0)
  await until('the server ends', () => !isAlive(pid))
})

for (const origin of ['started', 'adopted'] as const)
  test(`a server (${origin}) that crashes is started again`, async (t) => {
    if (origin === 'adopted') await kill((await holder('stay')).child)
    const lines: string[] = []
    const server = await start(t, { dataDir, onLog: (line) => lines.push(line) })
    assert.equal(server.info().origin, origin)
    process.kill(server.info().pid, 'SIGKILL')
    await until('it runs again', () => server.info().restarts === 1 && server.info().state === 'running')
    assert.equal((await ask(server.adminUrl, 'select 1 as one')).one, 1)
    assert.ok(lines.some((line) => /ended by itself/.test(line)))
  })

for (const setting of ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off'])
  test(`a folder whose own settings say "${setting}" is refused`, async (t) => {
    writeFileSync(join(dataDir, 'local.conf'), `${setting}\n`)
    await assert.rejects(startEmbeddedPostgres({ dataDir }), {
      code: 'not durable',
      message: new RegExp(`${setting.split(' ')[0]} is off`),
    })
    assert.equal(readPidFile(join(dataDir, 'cluster')), null, 'the refused server is stopped')
    writeFileSync(join(dataDir, 'local.conf'), 'work_mem = 8MB\n')
    const server = await start(t, { dataDir })
    assert.deepEqual(await ask(server.adminUrl, `select current_setting('work_mem') as mem`), { mem: '8MB' })
  })

test('any server can be asked, and one with an unsafe role is refused', async (t) => {
  const server = await start(t, { dataDir })
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  try {
    await assertDurable(client)
    await client.query('drop role if exists careless')
    await client.query('create role careless')
    await client.query('alter role careless set synchronous_commit = off')
    await assert.rejects(assertDurable(client), { code: 'not durable', message: /off for "careless"/ })
    await client.query('drop role careless')
  } finally {
    await client.end()
  }
})

test('a server that cannot start is told with the end of its log', async () => {
  writeFileSync(join(dataDir, 'local.conf'), 'no_such_setting = 1\n')
  await assert.rejects(startEmbeddedPostgres({ dataDir }), {
    code: 'not started',
    message: /no_such_setting/,
  })
})

test('a folder made by another version is refused', async (t) => {
  const file = join(dataDir, 'cluster', 'PG_VERSION')
  t.after(() => writeFileSync(file, '18\n'))
  assert.equal(readFileSync(file, 'utf8'), '18\n')
  writeFileSync(file, '14\n')
  await assert.rejects(startEmbeddedPostgres({ dataDir }), {
    code: 'other version',
    message: /made by PostgreSQL 14/,
  })
})
