/**
 * `kill -9` of the real server between the steps of a destruction. Four are held at a step each from outside, by the database's
 * owner or by the disk, and the server is killed there; the next one finishes what was agreed, once, and nothing that was not.
 */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rename, rm, rmdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { DestructionView } from '@opentipline/contract'
import { parseVerifierKey, verifyCertificate } from '@opentipline/ledger'
import { openAdministration, openLog } from '@opentipline/server'
import { transactionOn } from '../../packages/server/src/db/transaction.ts'
import { withClient } from '../../packages/server/src/db/with-client.ts'
import { readOrMakeLedgerKey } from '../../packages/server/src/features/ledger/key.ts'
import { verifyLedger } from '../../packages/server/src/features/ledger/verify.ts'
import { freshDatabase } from '../support/database.ts'
import { serve } from '../support/serve.ts'
import { eventually, signIn } from '../support/server.ts'
import { type FiledFile, fileWithBytes, objectPath, openUnder } from './support/opening.ts'
import { people, type SignedIn, signedIn } from './support/person.ts'
import { clientOf } from './support/reports.ts'

const dropDatabase: (() => Promise<void>)[] = []
const database = await freshDatabase({ after: (done) => dropDatabase.push(done) })
const folder = await mkdtemp(join(tmpdir(), 'tipline-destruction-killed-'))
const dataDir = join(folder, 'data')
await mkdir(dataDir)
const start = () => serve({ dataDir, databaseUrl: database.url, cacheDir: join(folder, 'cache') })
let server = start()
let address = await server.ready
const administration = await openAdministration({ dataDir, operator: 'test', log: openLog('silent') })
const client = clientOf(
  address,
  await administration.addProvider({ name: 'Example Provider', environment: 'live' }),
)
await administration.close()
after(async () => {
  await server.stop()
  for (const drop of dropDatabase) await drop()
  await rm(folder, { recursive: true, force: true })
})
const person = (id: string): Promise<SignedIn> =>
  signedIn({ address, signIn: (personId) => signIn(address, personId) }, id)

const order = {
  basis: 'order',
  court: 'Synthetic Circuit Court',
  number: '2026-X-17',
  dated: '2026-11-01',
  because: 'Synthetic reason 17',
}
const bytesOf = (n: number): Buffer => Buffer.from(`synthetic ${n}`)
/** Each report has one file that is to be destroyed and one that is to stay. */
const file = (n: number): Promise<FiledFile> => {
  const files = [bytesOf(n), bytesOf(n + 100)].map((bytes) => ({ bytes, viewed: true }))
  return fileWithBytes({ database }, client, `destroyed-${n}`, files)
}
const isThere = (fileId: string): Promise<boolean> =>
  stat(objectPath({ dataDir }, fileId)).then(
    () => true,
    () => false,
  )
/** The destruction's state, whether the key is there, and whether the object is. */
const standing = async (fileId: string, id: string): Promise<[string | undefined, boolean, boolean]> => {
  const [row] = await database.query<{ state: string; keyed: boolean }>(
    `select d.state, f.wrapped_key is not null as keyed from file_destruction d join file f using (file_id) where destruction_id = $1`,
    [id],
  )
  return [row?.state, row?.keyed ?? false, await isThere(fileId)]
}
const entries = async (fileId: string): Promise<string[]> =>
  (
    await database.query<{ action: string }>(
      `select action from ledger_entry where object_kind = 'file' and object_id = $1 and action ~ 'destr|key-d' order by at, entry_id`,
      [fileId],
    )
  ).map(({ action }) => action)
const allSteps = [
  'file.destruction-proposed',
  'file.destruction-approved',
  'file.key-destroyed',
  'file.destroyed',
]

const propose = async (fileId: string): Promise<string> => {
  const officer = await person(people.wisconsin.id)
  const { status, body, text } = await officer.post(`/api/files/${fileId}/destructions`, order)
  assert.equal(status, 200, text)
  return (body as DestructionView).destructionId
}
const approve = async (id: string) =>
  (await person('demo-supervisor-wi')).post(`/api/destructions/${id}/decide`, {
    verdict: 'approved',
    because: 'Synthetic reason 17',
  })

type Filed = { fileId: string; kept: string; tipId: string; id: string; bytes: Buffer }
const reports = await Promise.all([0, 1, 2, 3].map(file))
const filed: Filed[] = []
for (const [n, { tipId, fileIds }] of reports.entries()) {
  const [fileId = '', kept = ''] = fileIds
  filed.push({ fileId, kept, tipId, id: await propose(fileId), bytes: bytesOf(n + 100) })
}
// What cannot go on is proposed first, so that it is also the first that the next server looks at.
const [beforeObject, inApproval, beforeKey, beforeRecord] = filed
assert.ok(inApproval && beforeKey && beforeObject && beforeRecord)

/** Whoever writes a state that is held waits until the owner lets go, which is never: the server is killed meanwhile. */
const gate = 7_117
await database.query('create table test_held (destruction_id text, state text)')
await database.query(`create function test_gate() returns trigger language plpgsql security definer set search_path = public as $$
  begin
    if exists (select from test_held h where h.destruction_id = new.destruction_id::text and h.state = new.state)
    then perform pg_advisory_xact_lock_shared(${gate}); end if;
    return new;
  end $$`)
await database.query(
  'create trigger test_gate before update on file_destruction for each row execute function test_gate()',
)

/** Kills the server while it is about to write each of these states. */
const killedBefore = async (held: [id: string, state: string][]): Promise<void> => {
  await withClient(database.url, async (owner) => {
    for (const row of held) await owner.query('insert into test_held values ($1, $2)', row)
    await owner.query('select pg_advisory_lock($1)', [gate])
    const acted = held.map(([id]) => approve(id).catch(() => undefined))
    await eventually(async () => {
      const { rows } = await owner.query(
        `select from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
        [gate],
      )
      return rows.length === held.length ? true : undefined
    })
    await server.kill()
    await Promise.all(acted)
    await owner.query('delete from test_held')
  })
}

const objectOf = objectPath({ dataDir }, beforeObject.fileId)
// A folder in its place is not removed, so the server comes no further than the key.
await rename(objectOf, join(folder, 'object'))
await mkdir(objectOf)
assert.ok((await approve(beforeObject.id)).status >= 500)
await killedBefore([
  [inApproval.id, 'approved'],
  [beforeKey.id, 'key destroyed'],
  [beforeRecord.id, 'done'],
])

test('what the kill leaves is whole, or its key is gone for ever: never a destruction without an approval', async () => {
  assert.deepEqual(await standing(inApproval.fileId, inApproval.id), ['proposed', true, true])
  assert.deepEqual(await standing(beforeKey.fileId, beforeKey.id), ['approved', true, true])
  assert.deepEqual(await standing(beforeObject.fileId, beforeObject.id), ['key destroyed', false, true])
  assert.deepEqual(await standing(beforeRecord.fileId, beforeRecord.id), ['key destroyed', false, false])
})

test('the next server finishes by itself what was approved, also beside one that the disk does not let it finish', async () => {
  server = start()
  address = await server.ready
  for (const { fileId, id } of [beforeKey, beforeRecord])
    await eventually(async () => ((await standing(fileId, id))[0] === 'done' ? true : undefined))
  assert.deepEqual(await standing(beforeObject.fileId, beforeObject.id), ['key destroyed', false, true])
  assert.deepEqual(await standing(inApproval.fileId, inApproval.id), ['proposed', true, true])
})

test('asked again, one that the disk had held up is finished, and one that was not approved yet is approved', async () => {
  await rmdir(objectOf)
  await rename(join(folder, 'object'), objectOf)
  for (const { fileId, id } of [beforeObject, inApproval]) {
    assert.equal((await approve(id)).status, 200)
    assert.deepEqual(await standing(fileId, id), ['done', false, false])
  }
})

test('each is destroyed once, with one entry a step and one certificate that verifies; what was beside it opens', async () => {
  const officer = await person(people.wisconsin.id)
  const trust = parseVerifierKey((await (await fetch(`${address}/ledger/key`)).text()).trim())
  for (const { fileId, kept, tipId, id, bytes } of filed) {
    assert.deepEqual(await standing(fileId, id), ['done', false, false])
    assert.deepEqual(await entries(fileId), allSteps)
    const certificate = await eventually(async () => {
      const { status, body } = await officer.get(`/api/destructions/${id}/certificate`)
      return status === 200 ? (body as { certificate: string }).certificate : undefined
    })
    assert.equal(verifyCertificate(certificate, { origin: trust.name, logKeys: [trust] }).ok, true)
    assert.ok(certificate.includes(fileId))
    const openingId = await openUnder(officer, tipId, kept)
    assert.equal((await officer.get(`/api/openings/${openingId}/bytes`)).text, bytes.toString())
  }
})

test('the ledger is whole: every entry has its place once, and the tree is the one that was signed', async () => {
  await eventually(async () => {
    const [row] = await database.query<{ waiting: number }>(
      'select count(*)::int as waiting from ledger_pending',
    )
    return row?.waiting === 0 ? true : undefined
  })
  await server.stop()
  const key = await readOrMakeLedgerKey(dataDir)
  const { problemCount } = await withClient(database.url, (connection) =>
    verifyLedger(transactionOn(connection, { role: 'tipline_ledger', kind: 'sequencer' }), key),
  )
  assert.equal(problemCount, 0)
  const doubled = await database.query(
    'select entry_id from ledger_entry left join ledger_leaf using (entry_id) group by entry_id having count(leaf_index) <> 1',
  )
  assert.deepEqual(doubled, [])
})
