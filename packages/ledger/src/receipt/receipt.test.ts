import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeEntry } from '../entry/decode.ts'
import { encodeEntry } from '../entry/encode.ts'
import { LedgerError } from '../error.ts'
import { leafHash } from '../merkle/hash.ts'
import { verifyInclusion } from '../merkle/inclusion.ts'
import { grown, reader, syntheticEntries, syntheticEntry, syntheticLog, trustIn } from '../testing/log.ts'
import { proveInclusion } from '../tiles/prove.ts'
import { readEntryBytes } from '../tiles/read.ts'
import { formatReceipt, parseReceipt, type ReceiptParts } from './format.ts'
import { makeReceipt } from './make.ts'
import { verifyReceipt } from './verify.ts'

const SIZE = 300
const log = syntheticLog(100, 200)

async function partsOf(index: number): Promise<ReceiptParts> {
  const read = reader(log)
  return {
    entryBytes: await readEntryBytes(index, SIZE, read),
    index,
    proof: await proveInclusion(index, SIZE, read),
    note: log.checkpoint,
  }
}

test('a receipt for any entry proves that entry, at its index, under the checkpoint', async () => {
  for (let index = 0; index < SIZE; index++) {
    const text = makeReceipt(await partsOf(index), trustIn(log))
    const verdict = verifyReceipt(text, trustIn(log))
    assert.ok(verdict.ok)
    assert.deepEqual(encodeEntry(verdict.entry), encodeEntry(syntheticEntry(index)))
    assert.equal(verdict.index, index)
    assert.equal(verdict.checkpoint.size, SIZE)
    assert.equal(formatReceipt(parseReceipt(text)), text)
  }
})

test('a receipt has the lines of a C2SP tlog-proof, and a reader of those lines alone can verify it', async () => {
  const parts = await partsOf(270)
  const lines = makeReceipt(parts, trustIn(log)).split('\n')
  assert.equal(lines[0], 'c2sp.org/tlog-proof@v1')
  assert.equal(lines[1], `extra ${Buffer.from(parts.entryBytes).toString('base64')}`)
  assert.equal(lines[2], 'index 270')
  const empty = lines.indexOf('')
  const proof = lines.slice(3, empty).map((line) => Buffer.from(line, 'base64'))
  assert.deepEqual(lines.slice(empty + 1, empty + 3), [log.origin, String(SIZE)])
  const root = Buffer.from(lines[empty + 3] ?? '', 'base64')
  assert.ok(
    verifyInclusion(leafHash(Buffer.from(lines[1]?.slice(6) ?? '', 'base64')), 270, SIZE, proof, root),
  )
})

test('no changed character of a receipt proves anything', async () => {
  const text = makeReceipt(await partsOf(17), trustIn(log))
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 0x7f }), (at, code) => {
      const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
      assert.equal(verifyReceipt(changed, trustIn(log)).ok, changed === text)
    }),
    { numRuns: 2_000 },
  )
})

test('a cut receipt, or one with anything added, proves nothing', async () => {
  const text = makeReceipt(await partsOf(17), trustIn(log))
  for (let at = 0; at < text.length; at++)
    assert.equal(verifyReceipt(text.slice(0, at), trustIn(log)).ok, false)
  assert.equal(verifyReceipt(`${text}x`, trustIn(log)).ok, false)
  for (const index of ['017', '0x11', '1.7e1', ' 17', '+17']) {
    assert.equal(verifyReceipt(text.replace('index 17', `index ${index}`), trustIn(log)).ok, false)
  }
  assert.equal(verifyReceipt(`\n${text}`, trustIn(log)).ok, false)
})

test("another entry, another index and another log's checkpoint make no receipt", async () => {
  const parts = await partsOf(17)
  const other = syntheticLog(300)
  for (const wrong of [
    { ...parts, index: 18 },
    { ...parts, entryBytes: encodeEntry(syntheticEntry(18)) },
    { ...parts, proof: parts.proof.slice(1) },
    { ...parts, note: grown(log, syntheticEntries(SIZE, 1)).checkpoint },
    { ...parts, note: other.checkpoint },
  ]) {
    assert.throws(() => makeReceipt(wrong, trustIn(log)), LedgerError)
  }
  assert.equal(verifyReceipt(makeReceipt(parts, trustIn(log)), trustIn(other)).ok, false)
})

test('bytes that are in the log but are no entry make no receipt', async () => {
  const odd = grown(log, [Buffer.from('{"no":"entry"}')])
  const read = reader(odd)
  const parts = {
    entryBytes: Buffer.from('{"no":"entry"}'),
    index: SIZE,
    proof: await proveInclusion(SIZE, SIZE + 1, read),
    note: odd.checkpoint,
  }
  assert.throws(() => decodeEntry(parts.entryBytes), LedgerError)
  assert.throws(() => makeReceipt(parts, trustIn(odd)), LedgerError)
})
