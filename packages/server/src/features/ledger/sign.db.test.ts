import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openCheckpoint, readRoot, rootOfHashes, tilePath, tilesOf, verifyLog } from '@opentipline/ledger'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import { growNodes } from './grow-nodes.ts'
import { readOrMakeLedgerKey } from './key.ts'
import { startTestLedger, type TestLedger } from './ledger.fixture.ts'
import { checkpointOf, newestCheckpoint } from './published.ts'
import { tileReader } from './read-tiles.ts'
import { sequenceAll } from './sequence.ts'
import { LedgerBroken, signLedger } from './sign.ts'

const sequencer = { role: 'tipline_ledger', kind: 'sequencer' } as const

const sqlNodes = q
  .selectFrom('ledger_node')
  .groupBy('level')
  .orderBy('level')
  .select(['level', sql<string>`count(*)`.as('nodes')])

const grow = async (log: TestLedger, count: number): Promise<number | undefined> => {
  await log.write(count)
  await sequenceAll(log)
  log.pass(5_000)
  return signLedger(log)
}

const verified = (log: TestLedger, held: string[] = []) =>
  log.database.transaction(sequencer, async (tx) => {
    const newest = await newestCheckpoint(tx)
    const read = tileReader(tx)
    return verifyLog({
      read: async (path) => (path === 'checkpoint' ? Buffer.from(newest?.note ?? '') : read(path)),
      key: log.ledgerKey.verifier,
      held,
    })
  })

test('a log grown in steps verifies at every size, and still holds every checkpoint given out before', async (t) => {
  const log = await startTestLedger(t)
  const held: string[] = []
  let size = 0
  for (const step of [1, 254, 1, 1, 300, 1_000]) {
    size += step
    assert.equal(await grow(log, step), size)
    const newest = await log.database.transaction(sequencer, newestCheckpoint)
    const report = await verified(log, held)
    assert.deepEqual(report.problems, [])
    assert.equal(report.entriesRead, size)
    held.push(newest?.note ?? '')
  }
  const old = await log.database.transaction(sequencer, (tx) => checkpointOf(tx, 256))
  assert.equal(old?.note, held[2])
})

test('every tile of the log can be read at its partial width', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 700)
  await log.database.transaction(sequencer, async (tx) => {
    const read = tileReader(tx)
    for (const tile of tilesOf(700)) assert.ok(await read(tilePath(tile)), tilePath(tile))
    assert.equal(await read('tile/0/002.p/189'), undefined)
  })
})

test('subtrees of subtrees are kept: the root of 66,000 leaves is that of their hashes', async (t) => {
  const log = await startTestLedger(t)
  const size = 66_000
  // Leaves without entries, which only a session that checks no keys may write.
  await log.owner.query(`do $$ begin
    set local session_replication_role = replica;
    insert into ledger_leaf select n, gen_random_uuid(), sha256(n::text::bytea) from generate_series(0, ${size - 1}) n;
  end $$`)
  const hashes = Array.from({ length: size }, (_, n) => createHash('sha256').update(String(n)).digest())
  await log.database.transaction(sequencer, async (tx) => {
    await growNodes(tx, size)
    assert.deepEqual(Buffer.from(await readRoot(size, tileReader(tx))), Buffer.from(rootOfHashes(hashes)))
    const levels = await tx.rows(sqlNodes)
    assert.deepEqual(levels, [
      { level: 1, nodes: '257' },
      { level: 2, nodes: '1' },
    ])
  })
})

test('nothing is signed when nothing is new, nor before the pause is over', async (t) => {
  const log = await startTestLedger(t)
  assert.equal(await signLedger(log), undefined)
  assert.equal(await grow(log, 3), 3)
  log.pass(60_000)
  assert.equal(await signLedger(log), undefined)
  assert.equal(await grow(log, 1), 4)
  await log.write(1)
  await sequenceAll(log)
  log.pass(4_999)
  assert.equal(await signLedger(log), undefined)
  log.pass(1)
  assert.equal(await signLedger(log), 5)
})

const broken = (promise: Promise<unknown>, pattern: RegExp) =>
  assert.rejects(promise, (error) => error instanceof LedgerBroken && pattern.test(error.message))

test('a smaller tree is never signed, whether the database or only the folder remembers the larger one', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 5)
  await log.owner.query(`delete from ledger_search where leaf_index = 4`)
  await log.owner.query(`delete from ledger_leaf where leaf_index = 4`)
  log.pass(5_000)
  await broken(signLedger(log), /5 entries were signed and only 4 are there/)
  await log.owner.query('delete from ledger_checkpoint')
  await broken(signLedger(log), /5 entries were signed and only 4 are there/)
})

test('a forked tree is never signed', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 5)
  await log.owner.query(`update ledger_leaf set leaf_hash = sha256('x') where leaf_index = 2`)
  await log.write(1)
  await sequenceAll(log)
  log.pass(5_000)
  await broken(signLedger(log), /are not those that were signed/)
})

test('a checkpoint row that says other than its signed text stops the signing', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 2)
  await log.owner.query(`update ledger_checkpoint set root = sha256('x')`)
  await log.write(1)
  await sequenceAll(log)
  log.pass(5_000)
  await broken(signLedger(log), /differs from its signed text/)
})

test('a server with another key signs nothing on top of this log', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 2)
  const other = await startTestLedger(t)
  await log.write(1)
  await sequenceAll(log)
  log.pass(5_000)
  await broken(signLedger({ ...log, ledgerKey: other.ledgerKey }), /not by this server/)
})

test('what was signed is remembered outside the database', async (t) => {
  const log = await startTestLedger(t)
  await grow(log, 2)
  const opened = openCheckpoint(await readFile(log.ledgerKey.lastSignedPath, 'utf8'), log.ledgerKey.trust)
  assert.ok(opened.ok)
  assert.equal(opened.checkpoint.size, 2)
})

test('the key is made once, is its owner’s alone, and keeps its origin', async (t) => {
  const log = await startTestLedger(t)
  const path = join(log.dataDir, 'keys', 'ledger')
  assert.equal((await stat(path)).mode & 0o777, 0o600)
  assert.equal((await readOrMakeLedgerKey(log.dataDir)).verifier, log.ledgerKey.verifier)
  assert.match(await readFile(join(log.dataDir, 'ledger', 'verifier-key'), 'utf8'), /^example\.org\/ledger\+/)
  await assert.rejects(readOrMakeLedgerKey(log.dataDir, 'example.net/ledger'), /cannot become/)
  await writeFile(path, 'nothing', { mode: 0o600 })
  await assert.rejects(readOrMakeLedgerKey(log.dataDir), /is no key of a ledger/)
})
