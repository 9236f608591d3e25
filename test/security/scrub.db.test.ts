/** Evidence is re-hashed by itself and by the operator; keys rotate; what is wrong is an incident. */
import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { openAdministration, openLog } from '@opentipline/server'
import { fileWithBytes, flipBit, objectPath } from '../faults/support/opening.ts'
import { clientOf } from '../faults/support/reports.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const { fileIds } = await fileWithBytes(
  server,
  client,
  'scrub-1',
  Array.from({ length: 6 }, (_, n) => ({ bytes: Buffer.from(`synthetic ${n}`) })),
)
const administer = () =>
  openAdministration({ dataDir: server.dataDir, operator: 'test', log: openLog('silent') })
const fast = { bytesPerSecondMax: 1e12 }
const incidents = () =>
  server.database.query<{ file_id: string; kind: string; found_by: string }>(
    'select file_id, kind, found_by from incident where resolved_at is null order by kind',
  )

test('a scrub that is stopped goes on where it was, and looks at every file once', async () => {
  const administration = await administer()
  const stop = new AbortController()
  const first = await administration.evidence.scrub({
    ...fast,
    signal: stop.signal,
    onProgress: (done) => (done === 2 ? stop.abort() : undefined),
  })
  assert.equal(first.orphans, null, 'it has not ended')
  assert.ok(first.files > 0 && first.files < fileIds.length, `${first.files}`)
  const second = await administration.evidence.scrub(fast)
  await administration.close()
  assert.deepEqual(second, {
    files: 6,
    bytes: 6 * 'synthetic 0'.length,
    intact: 6,
    mismatches: 0,
    notChecked: 0,
    orphans: 0,
  })
  assert.deepEqual(await incidents(), [])
})

test('a flipped bit and a missing object are incidents; an orphan is counted and stays', async () => {
  const [flipped = '', missing = ''] = fileIds
  await flipBit(server, flipped, 3)
  await rm(objectPath(server, missing))
  const orphan = 'f'.repeat(32)
  await writeFile(objectPath(server, orphan), 'synthetic')
  const administration = await administer()
  const counts = await administration.evidence.scrub(fast)
  assert.deepEqual([counts.mismatches, counts.intact, counts.orphans], [2, 4, 1])
  assert.equal(await administration.evidence.openIncidents(), 2)
  assert.deepEqual(
    (await administration.evidence.orphans()).map(({ objectId, storedBytes, kind }) => [
      objectId,
      storedBytes,
      kind,
    ]),
    [[orphan, 9, 'unknown']],
  )
  const health = await (await fetch(`${server.address}/health`)).json()
  assert.deepEqual(health, { status: 'ready', openIncidents: 2, unfinishedDestructions: 0 })
  await administration.close()
  assert.deepEqual(
    (await incidents()).map(({ file_id, kind, found_by }) => [file_id, kind, found_by]),
    [
      [flipped, 'mismatch', 'scrub'],
      [missing, 'missing', 'scrub'],
    ],
  )
  assert.equal((await readFile(objectPath(server, orphan))).toString(), 'synthetic')
  const verified = await server.database.query('select from file where verified_at = checked_at')
  assert.equal(verified.length, 4, 'what is damaged does not count as verified')
})

test('keys rotate without an object being touched, and a running server goes on reading', async () => {
  const [, , kept = ''] = fileIds
  const before = await readFile(objectPath(server, kept))
  const keysBefore = await server.database.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from file order by file_id',
  )
  const administration = await administer()
  const rotated = await administration.evidence.rotateKeys({ add: true })
  assert.equal(rotated.moved, 6)
  assert.deepEqual(await server.database.query('select distinct key_id from file'), [
    { key_id: rotated.keyId },
  ])
  const keysAfter = await server.database.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from file order by file_id',
  )
  for (const [index, { wrapped_key }] of keysBefore.entries())
    assert.ok(!wrapped_key.equals(keysAfter[index]?.wrapped_key ?? wrapped_key))
  assert.ok(before.equals(await readFile(objectPath(server, kept))))
  assert.equal((await administration.evidence.scrub(fast)).intact, 4)
  assert.equal((await administration.evidence.rotateKeys({ add: false })).moved, 0)
  await administration.close()
  const entries = await server.database.query(`select from ledger_entry where action = 'vault.keys-rotated'`)
  assert.equal(entries.length, 2)
})

test('a key that was altered is an incident, and the others move on', async () => {
  const [, , , altered = ''] = fileIds
  await server.database.query(
    `update file set wrapped_key = set_byte(wrapped_key, 20, (get_byte(wrapped_key, 20) + 1) % 256) where file_id = $1`,
    [altered],
  )
  const administration = await administer()
  const rotated = await administration.evidence.rotateKeys({ add: true })
  await administration.close()
  assert.deepEqual([rotated.moved, rotated.refused], [5, 1])
  assert.ok((await incidents()).some((each) => each.file_id === altered && each.kind === 'key refused'))
})
