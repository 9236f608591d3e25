import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { it } from 'node:test'
import fc from 'fast-check'
import { chunkBytes, storedSize } from './format.ts'
import { newObjectId } from './object-id.ts'
import { putObject } from './put-object.ts'
import { sealingBatchBytes } from './sealing/seal-source.ts'
import { memoryVault } from './test-support/memory-vault.ts'
import { rejectsWith } from './test-support/object-store-contract.ts'

const hex = (algorithm: string, bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex')

/** Sizes where off-by-one errors live: around the chunk, the batch, and small multiples of both. */
const size = fc.oneof(
  fc.nat(300),
  fc
    .tuple(fc.constantFrom(chunkBytes, sealingBatchBytes), fc.nat(4), fc.integer({ min: -2, max: 2 }))
    .map(([unit, times, off]) => Math.max(0, unit * times + off)),
  fc.nat(700_000),
)

it('records the three hashes, both sizes and the stored hash, for every size and way of cutting', async () => {
  const vault = memoryVault()
  const property = fc.asyncProperty(size, fc.integer({ min: 1, max: 60 }), async (sizeBytes, pieceCount) => {
    const bytes = randomBytes(sizeBytes)
    const record = await putObject(
      vault.store,
      vault.keys,
      newObjectId(),
      Readable.from(cut(bytes, pieceCount)),
    )
    const stored = vault.store.objects.get(record.objectId) ?? assert.fail()
    const { md5, sha1, sha256, storedSha256, storedBytes } = record
    assert.deepEqual(
      { size: record.sizeBytes, md5, sha1, sha256, storedBytes, storedSha256 },
      {
        size: sizeBytes,
        md5: hex('md5', bytes),
        sha1: hex('sha1', bytes),
        sha256: hex('sha256', bytes),
        storedBytes: storedSize(sizeBytes),
        storedSha256: hex('sha256', stored),
      },
    )
    assert.equal(stored.length, storedBytes)
    assert.ok(bytes.equals(await vault.read(record)))
  })
  await fc.assert(property, { numRuns: 120 })
})

it('stores no run of the plaintext, and never the same bytes twice', async () => {
  const vault = memoryVault()
  const bytes = Buffer.alloc(200_000, 'Synthetic plaintext 17. ')
  const first = vault.store.objects.get((await vault.put(bytes)).objectId) ?? assert.fail()
  const second = vault.store.objects.get((await vault.put(bytes)).objectId) ?? assert.fail()
  assert.equal(first.indexOf('Synthetic'), -1)
  assert.ok(!first.subarray(20).equals(second.subarray(20)))
})

it('refuses an object larger than maxBytes, keeps nothing of it and stops its source', async () => {
  const vault = memoryVault()
  for (const maxBytes of [0, 10, 1_000_000]) {
    let given = 0
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (; given < 100; given += 1) yield Buffer.alloc(65_536)
    }
    await rejectsWith('object-too-large', () =>
      putObject(vault.store, vault.keys, newObjectId(), source(), { maxBytes }),
    )
    assert.ok(given < 20)
  }
  assert.equal(vault.store.objects.size, 0)
})

it('accepts an object of exactly maxBytes', async () => {
  const vault = memoryVault()
  const record = await putObject(vault.store, vault.keys, newObjectId(), [Buffer.alloc(10)], { maxBytes: 10 })
  assert.equal(record.sizeBytes, 10)
})

it('passes the error of its source on, and keeps nothing, before and after the first batch', async () => {
  const vault = memoryVault()
  const failure = new Error('Synthetic failure of the source.')
  for (const pieceCount of [0, 1, 30]) {
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < pieceCount; index += 1) yield Buffer.alloc(65_536)
      throw failure
    }
    await assert.rejects(putObject(vault.store, vault.keys, newObjectId(), source()), failure)
  }
  assert.equal(vault.store.objects.size, 0)
})

it('seals many large objects at once without mixing them', async () => {
  const vault = memoryVault()
  const contents = Array.from({ length: 12 }, (_, index) => Buffer.alloc(500_000 + index, index))
  const records = await Promise.all(contents.map((bytes) => vault.put(bytes)))
  for (const [index, record] of records.entries()) {
    assert.ok(contents[index]?.equals(await vault.read(record)))
  }
})

function* cut(bytes: Buffer, pieceCount: number): Generator<Buffer> {
  const pieceBytes = Math.max(1, Math.ceil(bytes.length / pieceCount))
  for (let start = 0; start < bytes.length; start += pieceBytes)
    yield bytes.subarray(start, start + pieceBytes)
}
