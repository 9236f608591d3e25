import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { VaultError, type VaultErrorCode } from '../errors.ts'
import { newObjectId } from '../object-id.ts'
import type { ByteRange, ObjectStore } from '../stores/object-store.ts'
import { collect } from './collect.ts'

/** A store made for the test, and how to take it away afterwards. */
export interface StoreUnderTest {
  store: ObjectStore
  dispose(): Promise<void>
}

/**
 * What every object store must do, as node:test cases. Call it at the top of a test file. `makeStore` gives an
 * empty store.
 */
export function objectStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the object store contract`, () => {
    let under: StoreUnderTest
    before(async () => {
      under = await makeStore()
    })
    after(() => under.dispose())
    const store = (): ObjectStore => under.store

    it('gives back the bytes that were put, whatever their size and pieces', () =>
      readsBackWhatWasPut(store()))
    it('gives back exactly the range asked for, cut to the end', () => readsRanges(store()))
    it('never overwrites an object', () => neverOverwrites(store()))
    it('lets exactly one of many writers of one id win, and keeps that one whole', () =>
      oneWriterWins(store()))
    it('keeps nothing of a put whose source fails, and passes the error on', () =>
      keepsNothingOfFailures(store()))
    it('ends the source when it refuses', () => endsRefusedSources(store()))
    it('says that an object is missing, when it is read and when it is removed', () => tellsMissing(store()))
    it('lists every object with its size and nothing else', () => listsAll(store()))
    it('forgets a removed object, whose id may then be used again', () => forgetsRemoved(store()))
    it('refuses ids that could name something else', () => refusesStrangeIds(store()))
  })
}

/** Rejects with a VaultError of that code. */
export async function rejectsWith(code: VaultErrorCode, work: () => Promise<unknown>): Promise<void> {
  await assert.rejects(work, (error) => error instanceof VaultError && error.code === code)
}

/** All of an object's bytes, or those of a range. */
export async function readAll(store: ObjectStore, objectId: string, range?: ByteRange): Promise<Buffer> {
  return Buffer.concat(await collect(store.get(objectId, range)))
}

async function readsBackWhatWasPut(store: ObjectStore): Promise<void> {
  const sizes = fc.array(fc.oneof(fc.nat(100), fc.nat(400_000)), { maxLength: 6 })
  const property = fc.asyncProperty(sizes, async (pieceSizes) => {
    const pieces = pieceSizes.map((size) => randomBytes(size))
    const objectId = newObjectId()
    await store.put(objectId, pieces)
    assert.ok(Buffer.concat(pieces).equals(await readAll(store, objectId)))
  })
  await fc.assert(property, { numRuns: 40 })
}

async function readsRanges(store: ObjectStore): Promise<void> {
  const bytes = randomBytes(1_500_000)
  const objectId = newObjectId()
  await store.put(objectId, [bytes])
  const edge = fc.nat(bytes.length + 10)
  const property = fc.asyncProperty(edge, edge, async (a, b) => {
    const range = { start: Math.min(a, b), endExclusive: Math.max(a, b) }
    const expected = bytes.subarray(range.start, range.endExclusive)
    assert.ok(expected.equals(await readAll(store, objectId, range)))
  })
  await fc.assert(property, { numRuns: 60 })
}

async function neverOverwrites(store: ObjectStore): Promise<void> {
  for (const size of [10, 2_000_000]) {
    const objectId = newObjectId()
    const bytes = randomBytes(size)
    await store.put(objectId, [bytes])
    await rejectsWith('object-exists', () => store.put(objectId, [randomBytes(size)]))
    assert.ok(bytes.equals(await readAll(store, objectId)))
  }
}

async function oneWriterWins(store: ObjectStore): Promise<void> {
  const objectId = newObjectId()
  const rivals = Array.from({ length: 8 }, () => randomBytes(70_000))
  const results = await Promise.allSettled(rivals.map((bytes) => store.put(objectId, [bytes])))
  const winners = rivals.filter((_, index) => results[index]?.status === 'fulfilled')
  assert.equal(winners.length, 1)
  assert.ok(winners[0]?.equals(await readAll(store, objectId)))
}

async function keepsNothingOfFailures(store: ObjectStore): Promise<void> {
  for (const pieceCount of [0, 1, 40]) {
    const objectId = newObjectId()
    const failure = new Error('Synthetic failure of the source.')
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < pieceCount; index += 1) yield randomBytes(65_536)
      throw failure
    }
    await assert.rejects(store.put(objectId, source()), failure)
    await rejectsWith('object-missing', () => readAll(store, objectId))
    assert.ok(!(await listedIds(store)).includes(objectId))
  }
}

async function endsRefusedSources(store: ObjectStore): Promise<void> {
  const objectId = newObjectId()
  await store.put(objectId, [randomBytes(10)])
  let isEnded = false
  const source = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (let index = 0; index < 100; index += 1) yield randomBytes(65_536)
    } finally {
      isEnded = true
    }
  }
  await rejectsWith('object-exists', () => store.put(objectId, source()))
  assert.ok(isEnded)
}

async function tellsMissing(store: ObjectStore): Promise<void> {
  const objectId = newObjectId()
  await rejectsWith('object-missing', () => readAll(store, objectId))
  await rejectsWith('object-missing', () => readAll(store, objectId, { start: 0, endExclusive: 1 }))
  assert.equal(await store.remove(objectId), false)
}

async function listsAll(store: ObjectStore): Promise<void> {
  const put = new Map(Array.from({ length: 300 }, (_, index) => [newObjectId(), index] as const))
  await Promise.all([...put].map(([objectId, size]) => store.put(objectId, [randomBytes(size)])))
  const listed = await collect(store.list())
  assert.equal(new Set(listed.map(({ objectId }) => objectId)).size, listed.length)
  const sizes = new Map(listed.map(({ objectId, storedBytes }) => [objectId, storedBytes]))
  for (const [objectId, size] of put) assert.equal(sizes.get(objectId), size)
}

async function forgetsRemoved(store: ObjectStore): Promise<void> {
  const objectId = newObjectId()
  await store.put(objectId, [randomBytes(10)])
  assert.equal(await store.remove(objectId), true)
  await rejectsWith('object-missing', () => readAll(store, objectId))
  assert.ok(!(await listedIds(store)).includes(objectId))
  const bytes = randomBytes(20)
  await store.put(objectId, [bytes])
  assert.ok(bytes.equals(await readAll(store, objectId)))
}

const strangeIds = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  '.hidden',
  'UPPER',
  'a b',
  'a\0b',
  'é',
  '-x',
  'a'.repeat(101),
]

async function refusesStrangeIds(store: ObjectStore): Promise<void> {
  for (const objectId of strangeIds) {
    await rejectsWith('object-id-invalid', () => store.put(objectId, [randomBytes(1)]))
    await rejectsWith('object-id-invalid', () => readAll(store, objectId))
    await rejectsWith('object-id-invalid', () => store.remove(objectId))
  }
}

async function listedIds(store: ObjectStore): Promise<string[]> {
  return (await collect(store.list())).map(({ objectId }) => objectId)
}
