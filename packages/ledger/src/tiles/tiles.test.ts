import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LedgerError } from '../error.ts'
import { ENTRY_BYTES_MAX } from '../limits.ts'
import { verifyConsistency } from '../merkle/consistency.ts'
import { leafHash } from '../merkle/hash.ts'
import { verifyInclusion } from '../merkle/inclusion.ts'
import { appendLeaves, EMPTY_FRONTIER, type Frontier, frontierRoot } from '../merkle/frontier.ts'
import { rootOfHashes } from '../merkle/range.ts'
import { decodeBundle, encodeBundle } from './bundle.ts'
import { EMPTY_EDGE, edgeRoot, growLog, readEdge } from './grow.ts'
import { parseTilePath, rowLength, tilePath, tilesOf, widthOf } from './path.ts'
import { proveConsistency, proveInclusion, readRoot } from './prove.ts'
import { readBundle, readEntryBytes, splitTile } from './read.ts'

const SIZE = 65_536 + 4 * 256
const ENTRIES = Array.from({ length: SIZE }, (_, n) => Buffer.from(`entry ${n}`))
const LEAVES = ENTRIES.map(leafHash)
const FRONTIERS = frontiers()
const WHOLE = new Map(growLog(EMPTY_EDGE, ENTRIES).files.map((file) => [file.path, file.bytes]))
const sizes = fc.oneof(
  fc.integer({ min: 1, max: SIZE }),
  fc.constantFrom(1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_792, 65_793, SIZE),
)

test('paths are those of the examples in tlog-tiles', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 'entries', index: 0, width: 1 }), 'tile/entries/000.p/1')
  assert.equal(tilePath({ level: 2, index: 1_000, width: 17 }), 'tile/2/x001/000.p/17')
})

test('a log of 70,000 entries has the tiles that tlog-tiles says', () => {
  const tiles = [...tilesOf(70_000)]
  const at = (level: number | 'entries') => tiles.filter((tile) => tile.level === level)
  assert.deepEqual([at(0).length, at(0).at(-1)?.width], [274, 112])
  assert.deepEqual(
    at(1).map((tile) => tile.width),
    [256, 17],
  )
  assert.deepEqual(
    at(2).map((tile) => tile.width),
    [1],
  )
  assert.deepEqual([at('entries').length, at(3).length], [274, 0])
  assert.deepEqual([...tilesOf(256)].map(tilePath), ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'])
  assert.deepEqual([...tilesOf(0)], [])
})

test('a path reads back as its tile, and nothing else reads as a path', () => {
  const tile = fc.record(
    {
      level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
      index: fc.nat(2 ** 40),
      width: fc.integer({ min: 1, max: 256 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(tile, (one) => assert.deepEqual(parseTilePath(tilePath(one)), one)))
  for (const path of [
    'tile/00/000',
    'tile/0/1',
    'tile/0/x000/001',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/001/002',
    'tile/64/000',
    '../tile/0/000',
    'tile/0/000/',
  ]) {
    assert.throws(() => parseTilePath(path), LedgerError, path)
  }
})

test('a bundle comes back as its entries, whatever bytes they are', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
      const back = decodeBundle(encodeBundle(entries), entries.length)
      assert.deepEqual(
        back.map((one) => [...one]),
        entries.map((one) => [...one]),
      )
    }),
    { numRuns: 50 },
  )
})

test('a bundle that is cut, has bytes left over or another number of entries is refused', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      (entries, at) => {
        const bundle = encodeBundle(entries)
        assert.throws(() => decodeBundle(bundle.subarray(0, at % bundle.length), entries.length), LedgerError)
        assert.throws(() => decodeBundle(Buffer.concat([bundle, Buffer.of(0)]), entries.length), LedgerError)
        assert.throws(() => decodeBundle(bundle, entries.length - 1), LedgerError)
        assert.throws(() => decodeBundle(bundle, entries.length + 1), LedgerError)
      },
    ),
  )
  assert.throws(() => encodeBundle([Buffer.alloc(ENTRY_BYTES_MAX + 1)]), LedgerError)
  assert.throws(
    () => decodeBundle(Buffer.concat([Buffer.of(0xff, 0xff), Buffer.alloc(0xffff)]), 1),
    LedgerError,
  )
})

test('growing in any steps gives the same edge and root, and the files of every tile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 }),
      async (steps) => {
        const files = new Map<string, Uint8Array>()
        let edge = EMPTY_EDGE
        for (const step of steps) {
          const next = growLog(edge, ENTRIES.slice(edge.size, edge.size + step))
          for (const { path, bytes } of next.files) files.set(path, bytes)
          edge = next.edge
        }
        assert.deepEqual(edge, growLog(EMPTY_EDGE, ENTRIES.slice(0, edge.size)).edge)
        assert.deepEqual(edgeRoot(edge), rootOfHashes(LEAVES.slice(0, edge.size)))
        for (const tile of tilesOf(edge.size)) {
          const bytes = files.get(tilePath(tile))
          assert.ok(bytes, tilePath(tile))
          if (tile.level !== 'entries') assert.equal(splitTile(bytes, tile.width).length, tile.width)
        }
        assert.deepEqual(await readEdge(edge.size, async (path) => files.get(path)), edge)
      },
    ),
    { numRuns: 25 },
  )
})

test('roots, entries and proofs read from tiles are those of the tree, also where three levels of tiles meet', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, at, before) => {
      const index = at % size
      const older = 1 + (before % size)
      const entry = await readEntryBytes(index, size, readWhole)
      assert.deepEqual(entry, ENTRIES[index])
      assert.deepEqual(await readRoot(size, readWhole), rootAt(size))
      const path = await proveInclusion(index, size, readWhole)
      assert.ok(verifyInclusion(leafHash(entry), index, size, path, rootAt(size)))
      const proof = await proveConsistency(older, size, readWhole)
      assert.ok(verifyConsistency(older, rootAt(older), size, rootAt(size), proof))
    }),
    { numRuns: 300 },
  )
})

test('a partial tile that was dropped for the full one is read from the full one', async () => {
  assert.deepEqual(await readRoot(300, readStored), rootAt(300))
  assert.deepEqual((await readBundle(1, 300, readStored)).length, 44)
})

test('a missing or short tile is named', async () => {
  await assert.rejects(
    readRoot(300, async () => undefined),
    /tile\/1\/000\.p\/1 is missing|tile\/0\/001\.p\/44 is missing/,
  )
  await assert.rejects(
    readRoot(3, async () => Buffer.alloc(95)),
    /96 bytes, not 95/,
  )
})

async function readStored(path: string): Promise<Uint8Array | undefined> {
  return WHOLE.get(path)
}

/** What a log of any smaller size would have answered: a partial tile is the start of a wider one. */
async function readWhole(path: string): Promise<Uint8Array | undefined> {
  const tile = parseTilePath(path)
  const wide = tilePath({
    ...tile,
    width: tile.level === 'entries' ? 256 : widthOf(tile.index, rowLength(tile.level, SIZE)),
  })
  return tile.level === 'entries' ? WHOLE.get(path) : WHOLE.get(wide)?.subarray(0, tile.width * 32)
}

/** The root of the first `size` entries, by appending to the frontier before the last 256 of them. */
function rootAt(size: number) {
  const frontier = FRONTIERS[Math.floor(size / 256)] ?? EMPTY_FRONTIER
  return frontierRoot(appendLeaves(frontier, LEAVES.slice(frontier.size, size)))
}

function frontiers(): Frontier[] {
  const all: Frontier[] = [EMPTY_FRONTIER]
  for (let at = 0; at < SIZE; at += 256)
    all.push(appendLeaves(all.at(-1) ?? EMPTY_FRONTIER, LEAVES.slice(at, at + 256)))
  return all
}
