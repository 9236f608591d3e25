/** The ledger of a real server, tampered with by one whom no grant binds: the verifiers must find every change. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openAdministration, openLog } from '@opentipline/server'
import { transactionOn } from '../../packages/server/src/db/transaction.ts'
import { withClient } from '../../packages/server/src/db/with-client.ts'
import { readOrMakeLedgerKey } from '../../packages/server/src/features/ledger/key.ts'
import { verifyLedger } from '../../packages/server/src/features/ledger/verify.ts'
import { eventually, startTestServer } from '../support/server.ts'
import { allRoles, outcomeOf, refusedByPrivilege } from './support/as-role.ts'
import { people, signedIn } from './support/person.ts'
import { arrived, clientOf, fileThin } from './support/reports.ts'
import { anyTampering, type Tampering } from './support/tamper.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const reportIds: string[] = []
for (let n = 0; n < 60; n++) reportIds.push(await fileThin(client, 'wisconsin', `ledger-${n}`))
await arrived(server, reportIds.at(-1) ?? '')
const robin = await signedIn(server, people.wisconsin.id)
await robin.get('/api/tips')

/** The newest checkpoint covers everything that was written so far. */
const signed = () =>
  eventually(async () => {
    const [row] = await server.database.query<{ done: boolean }>(
      `select (select max(size) from ledger_checkpoint) = (select count(*) from ledger_entry) as done`,
    )
    return row?.done ? true : undefined
  })
await signed()

const exported = await mkdtemp(join(tmpdir(), 'tipline-export-'))
after(() => rm(exported, { recursive: true, force: true }))
const administration = await openAdministration({
  dataDir: server.dataDir,
  operator: 'test',
  log: openLog('silent'),
})
await administration.ledger.export(exported, () => undefined)
const { verifierKey } = administration.ledger
await administration.close()
const held = await readFile(join(exported, 'checkpoint'), 'utf8')

test('the stand-alone verifier, run as a program, finds an exported log of a real server sound', () => {
  const run = spawnSync(process.execPath, [
    'packages/ledger/bin/verify-ledger.mjs',
    exported,
    '--key',
    verifierKey,
    '--held',
    join(exported, 'checkpoint'),
    '--json',
  ])
  assert.equal(run.status, 0, run.stderr.toString())
  const report = JSON.parse(run.stdout.toString())
  assert.ok(report.entriesRead >= 180, `${report.entriesRead} entries`)
  assert.equal(report.entriesRead, report.size)
})

test('the same log over HTTP: the checkpoint and every hash for anybody, entries for nobody who is not an auditor', async () => {
  const textAt = async (path: string) => (await fetch(`${server.address}/ledger/${path}`)).text()
  assert.equal((await textAt('key')).trim(), verifierKey)
  const size = held.split('\n')[1]
  assert.equal(await textAt(`checkpoint/${size}`), held)
  const tile = await fetch(`${server.address}/ledger/tile/0/000.p/100`)
  assert.equal((await tile.bytes()).length, 3_200)
  assert.equal((await fetch(`${server.address}/ledger/tile/entries/000.p/100`)).status, 401)
  assert.equal((await robin.get('/ledger/tile/entries/000.p/100')).status, 403)
  assert.equal((await fetch(`${server.address}/ledger/tile/0/999`)).status, 404)
  assert.equal((await fetch(`${server.address}/ledger/tile/0/..%2f..%2fx`)).status, 404)
  const cookie = await server.signIn('demo-auditor')
  const bundle = await fetch(`${server.address}/ledger/tile/entries/000.p/100`, { headers: { cookie } })
  assert.equal(bundle.status, 200)
})

const key = await readOrMakeLedgerKey(server.dataDir)

/** Verifies inside the tampering transaction, which ends with its connection and without a commit. */
const problemsAfter = (tampering: Tampering): Promise<number> =>
  withClient(server.database.url, async (connection) => {
    await connection.query('begin; set local session_replication_role = replica')
    const touched = await tampering.act(connection)
    assert.ok(touched > 0, `${tampering.what} touched nothing`)
    const report = await verifyLedger(
      transactionOn(connection, { role: 'tipline_ledger', kind: 'sequencer' }),
      key,
    )
    return report.problemCount
  })

test('the server stops, so that only the tampering writes', () => server.stop())

test('an untouched ledger has no problem', async () => {
  assert.equal(await problemsAfter({ what: 'nothing', act: async () => 1 }), 0)
})

test('300 random tamperings with the rows are all found', async () => {
  const [row] = await server.database.query<{ size: number }>(
    'select max(size)::int as size from ledger_checkpoint',
  )
  const missed: string[] = []
  const kinds = new Set<string>()
  for (let seed = 0; seed < 300; seed++) {
    const tampering = anyTampering(seed, row?.size ?? 0)
    kinds.add(tampering.what.split(' ')[0] ?? '')
    if ((await problemsAfter(tampering)) === 0) missed.push(tampering.what)
  }
  assert.deepEqual(missed, [])
  assert.deepEqual([...kinds].toSorted(), [
    'delete',
    'flip',
    'forge',
    'insert',
    'reorder',
    'replay',
    'truncate',
  ])
})

const tables = [
  'ledger_entry',
  'ledger_leaf',
  'ledger_node',
  'ledger_search',
  'ledger_checkpoint',
  'ledger_cosignature',
]
for (const table of tables)
  test(`no role of the program can update, delete or truncate ${table}`, async () => {
    const settings = {
      agencies: '{wi-wisconsin}',
      person: people.wisconsin.id,
      clearinghouse: 'on',
      audits: '*',
    }
    const [column] = await server.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 limit 1`,
      [table],
    )
    for (const role of allRoles)
      for (const statement of [
        `update ${table} set ${column?.name} = ${column?.name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        assert.equal(
          await outcomeOf(server.database.url, role, settings, statement),
          refusedByPrivilege,
          `${role}: ${statement}`,
        )
  })

test('a role that writes the ledger cannot take an entry out of the queue but by placing it', async () => {
  for (const role of allRoles.filter((each) => each !== 'tipline_ledger'))
    assert.equal(
      await outcomeOf(server.database.url, role, {}, 'delete from ledger_pending'),
      refusedByPrivilege,
      role,
    )
})
