import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { it } from 'node:test'
import fc from 'fast-check'
import { type Damage, VaultError } from './errors.ts'
import { chunkBytes, chunkOffset, headerBytes, sealedChunkBytes } from './format.ts'
import { openObject } from './open-object.ts'
import type { StoredObject } from './stored-object.ts'
import type { ByteRange } from './stores/object-store.ts'
import { type MemoryVault, memoryVault } from './test-support/memory-vault.ts'
import { rejectsWith } from './test-support/object-store-contract.ts'

it('gives exactly the range asked for, wherever it begins and ends', async () => {
  const vault = memoryVault()
  const bytes = randomBytes(5 * chunkBytes + 123)
  const record = await vault.put(bytes)
  const near = fc
    .tuple(fc.nat(5), fc.integer({ min: -2, max: 2 }))
    .map(([index, off]) => Math.min(bytes.length, Math.max(0, index * chunkBytes + off)))
  const edge = fc.oneof(near, fc.nat(bytes.length))
  const property = fc.asyncProperty(edge, edge, async (a, b) => {
    const range = { start: Math.min(a, b), endExclusive: Math.max(a, b) }
    assert.ok(bytes.subarray(range.start, range.endExclusive).equals(await vault.read(record, range)))
  })
  await fc.assert(property, { numRuns: 200 })
})

it('reads from the store only the header and the chunks that a range touches', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(20 * chunkBytes))
  const asked: ByteRange[] = []
  const spy: MemoryVault['store'] = {
    ...vault.store,
    get(objectId, range) {
      asked.push(range ?? assert.fail('The whole object was read.'))
      return vault.store.get(objectId, range)
    },
  }
  const opened = await openObject(spy, vault.keys, record)
  await opened.stream({ start: 7 * chunkBytes + 1, endExclusive: 8 * chunkBytes + 1 }).toArray()
  assert.deepEqual(
    asked.toSorted((a, b) => a.start - b.start),
    [
      { start: 0, endExclusive: headerBytes },
      { start: chunkOffset(7), endExclusive: chunkOffset(9) },
    ],
  )
})

it('refuses a range that does not lie within the object', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(100))
  const opened = await openObject(vault.store, vault.keys, record)
  const bad = [
    [-1, 5],
    [0, 101],
    [6, 5],
    [0.5, 5],
    [0, Number.NaN],
    [101, 101],
  ] as const
  for (const [start, endExclusive] of bad) {
    assert.throws(() => opened.stream({ start, endExclusive }), isRangeError)
  }
  assert.equal((await vault.read(record, { start: 100, endExclusive: 100 })).length, 0)
})

const sizes = fc.constantFrom(
  0,
  1,
  chunkBytes - 1,
  chunkBytes,
  chunkBytes + 1,
  3 * chunkBytes,
  3 * chunkBytes + 77,
)

it('finds every flipped bit, and gives out no byte of a chunk it is in', async () => {
  const property = fc.asyncProperty(sizes, fc.nat(), fc.nat(7), async (sizeBytes, at, bit) => {
    const { vault, record, bytes } = await newObject(sizeBytes)
    const stored = storedBytesOf(vault, record)
    const index = at % stored.length
    stored.writeUInt8(stored.readUInt8(index) ^ (1 << bit), index)
    const given = await givenUntilDamage(vault, record)
    assert.ok(bytes.subarray(0, given.length).equals(given))
    assert.ok(given.length <= Math.max(0, Math.floor((index - headerBytes) / sealedChunkBytes)) * chunkBytes)
  })
  await fc.assert(property, { numRuns: 300 })
})

it('says that a file which is not a vault object, or of another version, is one it cannot read', async () => {
  for (const at of [0, 6, 7, 8, 19]) {
    const { vault, record } = await newObject(1000)
    storedBytesOf(vault, record).writeUInt8(0xaa, at)
    await assertDamaged(vault, record, ['header'])
  }
})

it('finds every truncation, at a chunk border or not', async () => {
  const cut = fc.oneof(
    fc.nat(4).map((index) => chunkOffset(index)),
    fc.nat(4 * sealedChunkBytes),
  )
  const property = fc.asyncProperty(sizes, cut, async (sizeBytes, keep) => {
    const { vault, record } = await newObject(sizeBytes)
    const stored = storedBytesOf(vault, record)
    vault.store.objects.set(record.objectId, stored.subarray(0, keep % stored.length))
    await assertDamaged(vault, record, ['truncated', 'chunk'])
  })
  await fc.assert(property, { numRuns: 200 })
})

it('finds a truncation even when the recorded size was made to fit', async () => {
  const { vault, record } = await newObject(3 * chunkBytes)
  vault.store.objects.set(record.objectId, storedBytesOf(vault, record).subarray(0, chunkOffset(2)))
  await assertDamaged(vault, { ...record, sizeBytes: 2 * chunkBytes }, ['chunk'])
})

it('finds bytes after the end', async () => {
  const property = fc.asyncProperty(sizes, fc.integer({ min: 1, max: 70_000 }), async (sizeBytes, extra) => {
    const { vault, record } = await newObject(sizeBytes)
    const longer = Buffer.concat([storedBytesOf(vault, record), randomBytes(extra)])
    vault.store.objects.set(record.objectId, longer)
    await assertDamaged(vault, record, ['trailing-bytes'])
  })
  await fc.assert(property, { numRuns: 60 })
})

it('finds chunks that changed places within an object', async () => {
  const place = fc.nat(4)
  const property = fc.asyncProperty(place, place, async (a, b) => {
    fc.pre(a !== b)
    const { vault, record } = await newObject(5 * chunkBytes)
    const stored = storedBytesOf(vault, record)
    const held = Buffer.from(chunkOf(stored, a))
    chunkOf(stored, b).copy(chunkOf(stored, a))
    held.copy(chunkOf(stored, b))
    await assertDamaged(vault, record, ['chunk'])
  })
  await fc.assert(property, { numRuns: 30 })
})

it('finds a chunk, or all chunks, or the whole file of another object', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(3 * chunkBytes))
  const other = await vault.put(randomBytes(3 * chunkBytes))
  const mine = Buffer.from(storedBytesOf(vault, record))
  const theirs = storedBytesOf(vault, other)
  const swaps = [
    Buffer.concat([mine.subarray(0, chunkOffset(1)), chunkOf(theirs, 1), mine.subarray(chunkOffset(2))]),
    Buffer.concat([mine.subarray(0, headerBytes), theirs.subarray(headerBytes)]),
    theirs,
  ]
  for (const swapped of swaps) {
    vault.store.objects.set(record.objectId, swapped)
    await assertDamaged(vault, record, ['chunk'])
  }
})

it('does not open an object under the id, or with the key, of another', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(1000))
  const other = await vault.put(randomBytes(1000))
  await rejectsWith('key-refused', () => vault.read({ ...record, objectId: other.objectId }))
  await rejectsWith('key-refused', () => vault.read({ ...record, wrappedKey: other.wrappedKey }))
  await rejectsWith('key-unknown', () => vault.read({ ...record, keyId: 'no-such-key' }))
})

it('does not open an object that was renamed together with its key', async () => {
  const vault = memoryVault()
  const record = await vault.put(randomBytes(1000))
  const dataKey = await vault.keys.unwrap(record, record.objectId)
  const renamed = { ...record, objectId: 'renamed', ...(await vault.keys.wrap(dataKey, 'renamed')) }
  vault.store.objects.set('renamed', storedBytesOf(vault, record))
  await assertDamaged(vault, renamed, ['chunk'])
})

it('fails a whole read whose SHA-256 is not the one recorded', async () => {
  const { vault, record } = await newObject(chunkBytes)
  await assertDamaged(vault, { ...record, sha256: '0'.repeat(64) }, ['hash'])
})

it('says that an object is missing when it is read', async () => {
  const { vault, record } = await newObject(10)
  await vault.store.remove(record.objectId)
  await rejectsWith('object-missing', () => vault.read(record))
})

it('cannot open an object whose wrapped key is gone: that is what destroys it', async () => {
  const { vault, record } = await newObject(10)
  await rejectsWith('key-refused', () => vault.read({ ...record, wrappedKey: new Uint8Array(0) }))
})

function isRangeError(error: unknown): boolean {
  return error instanceof VaultError && error.code === 'range-invalid'
}

interface NewObject {
  vault: MemoryVault
  record: StoredObject
  bytes: Buffer
}

async function newObject(sizeBytes: number): Promise<NewObject> {
  const vault = memoryVault()
  const bytes = randomBytes(sizeBytes)
  return { vault, bytes, record: await vault.put(bytes) }
}

function storedBytesOf(vault: MemoryVault, record: StoredObject): Buffer {
  return vault.store.objects.get(record.objectId) ?? assert.fail('The object is not in the store.')
}

function chunkOf(stored: Buffer, index: number): Buffer {
  return stored.subarray(chunkOffset(index), chunkOffset(index + 1))
}

/** What a whole read gives before it fails. Fails the test when it does not fail as damaged. */
async function givenUntilDamage(vault: MemoryVault, record: StoredObject): Promise<Buffer> {
  const opened = await openObject(vault.store, vault.keys, record)
  const given: Buffer[] = []
  const read = async (): Promise<void> => {
    for await (const piece of opened.stream()) given.push(piece)
  }
  await rejectsWith('object-damaged', read)
  return Buffer.concat(given)
}

async function assertDamaged(vault: MemoryVault, record: StoredObject, expected: Damage[]): Promise<void> {
  const isExpected = (error: unknown): boolean =>
    error instanceof VaultError && error.damage !== undefined && expected.includes(error.damage)
  await assert.rejects(vault.read(record), isExpected)
}
