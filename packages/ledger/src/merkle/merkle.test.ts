import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { LedgerError } from '../error.ts'
import { consistencyRanges, verifyConsistency } from './consistency.ts'
import { appendLeaves, EMPTY_FRONTIER, frontierOf, frontierRoot } from './frontier.ts'
import { EMPTY_ROOT, type Hash, leafHash } from './hash.ts'
import { inclusionRanges, verifyInclusion } from './inclusion.ts'
import { foldHashes, nodesOf, rootOfHashes, splitPoint } from './range.ts'

const SIZE_MAX = 50
const DATA = Array.from({ length: SIZE_MAX }, (_, n) => Buffer.from(`entry ${n}`))
const LEAVES = DATA.map(leafHash)

test('the root is that of the definition in RFC 6962, written out naively', () => {
  for (let size = 0; size <= SIZE_MAX; size++) {
    assert.equal(hex(rootOfHashes(LEAVES.slice(0, size))), hex(naiveRoot(DATA.slice(0, size))))
  }
})

test('the roots of the eight leaves that Certificate Transparency implementations share are theirs', () => {
  const data = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const leaves = data.map((one) => leafHash(Buffer.from(one, 'hex')))
  assert.equal(hex(EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(
    hex(rootOfHashes(leaves.slice(0, 1))),
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  assert.equal(hex(rootOfHashes(leaves)), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('appending in any steps gives the root over all leaves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (steps) => {
      let frontier = EMPTY_FRONTIER
      for (const step of steps) {
        frontier = appendLeaves(frontier, LEAVES.slice(frontier.size % 40).slice(0, step))
      }
      assert.equal(frontier.hashes.length, nodesOf({ start: 0, end: frontier.size }).length)
      assert.deepEqual(frontierOf(frontier.size, frontier.hashes), frontier)
    }),
  )
  let frontier = EMPTY_FRONTIER
  for (let size = 1; size <= SIZE_MAX; size++) {
    frontier = appendLeaves(frontier, LEAVES.slice(size - 1, size))
    assert.equal(hex(frontierRoot(frontier)), hex(naiveRoot(DATA.slice(0, size))))
  }
  assert.deepEqual(appendLeaves(EMPTY_FRONTIER, LEAVES), frontier)
})

test('a frontier with too few hashes for its size is refused', () => {
  assert.throws(() => frontierOf(7, LEAVES.slice(0, 2)), LedgerError)
  assert.throws(() => frontierOf(-1, []), LedgerError)
  assert.throws(() => frontierOf(1, [Buffer.alloc(31)]), LedgerError)
})

test('the split point is the largest power of two below', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2 ** 31 }), (n) => {
      const k = splitPoint(n)
      assert.ok(Number.isInteger(Math.log2(k)) && k < n && n <= 2 * k)
    }),
  )
})

test('the perfect subtrees of a range cover it, in order and without a gap', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 40), fc.nat(5_000), (start, length) => {
      let at = start
      for (const { level, index } of nodesOf({ start, end: start + length })) {
        assert.equal(index * 2 ** level, at)
        at += 2 ** level
      }
      assert.equal(at, start + length)
    }),
  )
})

test('folding the perfect subtrees of the whole tree gives its root', () => {
  for (let size = 0; size <= SIZE_MAX; size++) {
    const parts = nodesOf({ start: 0, end: size }).map(({ level, index }) =>
      naiveRoot(DATA.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    )
    assert.equal(hex(foldHashes(parts)), hex(naiveRoot(DATA.slice(0, size))))
  }
})

test('every inclusion proof is the one of RFC 6962 and verifies', () => {
  for (let size = 1; size <= SIZE_MAX; size++) {
    for (let index = 0; index < size; index++) {
      const proof = inclusionRanges(index, size).map(hashOf)
      assert.deepEqual(proof.map(hex), naivePath(index, DATA.slice(0, size)).map(hex))
      assert.ok(verifyInclusion(leafOf(index), index, size, proof, hashOf({ start: 0, end: size })))
    }
  }
})

test('an inclusion proof for another leaf, index, size or root, or with a changed, added or lost hash, fails', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: SIZE_MAX }),
      fc.nat(),
      fc.nat(),
      fc.nat(255),
      (size, at, other, bit) => {
        const index = at % size
        const proof = inclusionRanges(index, size).map(hashOf)
        const root = hashOf({ start: 0, end: size })
        const leaf = leafOf(index)
        const wrong = (index + 1 + (other % (size - 1))) % size
        assert.ok(!verifyInclusion(leafOf(wrong), index, size, proof, root))
        assert.ok(!verifyInclusion(leaf, wrong, size, proof, root))
        assert.ok(!verifyInclusion(leaf, index, size, proof, flipped(root, bit)))
        assert.ok(!verifyInclusion(flipped(leaf, bit), index, size, proof, root))
        assert.ok(!verifyInclusion(leaf, index, size, proof.slice(1), root))
        assert.ok(!verifyInclusion(leaf, index, size, [...proof, leaf], root))
        assert.ok(!verifyInclusion(leaf, index, size, [Buffer.concat([leaf, leaf]), ...proof.slice(1)], root))
        const spoilt = proof.map((hash, n) => (n === other % proof.length ? flipped(hash, bit) : hash))
        assert.ok(!verifyInclusion(leaf, index, size, spoilt, root))
      },
    ),
  )
  assert.ok(!verifyInclusion(leafOf(0), 3, 3, [], leafOf(0)))
})

test('every consistency proof is the one of RFC 6962 and verifies', () => {
  for (let newer = 1; newer <= SIZE_MAX; newer++) {
    for (let older = 1; older <= newer; older++) {
      const proof = consistencyRanges(older, newer).map(hashOf)
      assert.deepEqual(proof.map(hex), naiveProof(older, DATA.slice(0, newer)).map(hex))
      assert.ok(verifyConsistency(older, treeRoot(older), newer, treeRoot(newer), proof))
    }
    assert.ok(verifyConsistency(0, EMPTY_ROOT, newer, treeRoot(newer), []))
    assert.ok(!verifyConsistency(0, treeRoot(1), newer, treeRoot(newer), []))
  }
})

test('a consistency proof between forks, or with a changed, added or lost hash, fails', () => {
  const sizes = fc
    .integer({ min: 2, max: SIZE_MAX })
    .chain((newer) => fc.tuple(fc.constant(newer), fc.integer({ min: 1, max: newer })))
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(255), ([newer, older], other, bit) => {
      const proof = consistencyRanges(older, newer).map(hashOf)
      assert.ok(!verifyConsistency(older, flipped(treeRoot(older), bit), newer, treeRoot(newer), proof))
      assert.ok(!verifyConsistency(older, treeRoot(older), newer, flipped(treeRoot(newer), bit), proof))
      assert.ok(!verifyConsistency(older, treeRoot(older), newer, treeRoot(newer), [...proof, leafOf(0)]))
      assert.ok(older === newer || !verifyConsistency(newer, treeRoot(newer), older, treeRoot(older), proof))
      if (proof.length === 0) return
      const spoilt = proof.map((hash, n) => (n === other % proof.length ? flipped(hash, bit) : hash))
      assert.ok(!verifyConsistency(older, treeRoot(older), newer, treeRoot(newer), spoilt))
      assert.ok(!verifyConsistency(older, treeRoot(older), newer, treeRoot(newer), proof.slice(1)))
    }),
  )
})

test('a leaf or an earlier state that does not exist has no proof', () => {
  assert.throws(() => inclusionRanges(5, 5), LedgerError)
  assert.throws(() => inclusionRanges(-1, 5), LedgerError)
  assert.throws(() => inclusionRanges(0.5, 5), LedgerError)
  assert.throws(() => consistencyRanges(6, 5), LedgerError)
})

test('proofs of a log of a million million entries have at most forty hashes', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12 - 1), (index) => {
      assert.ok(inclusionRanges(index, 10 ** 12).length <= 40)
      assert.ok(consistencyRanges(index + 1, 10 ** 12).length <= 41)
    }),
  )
})

/** MTH of RFC 6962 section 2.1, word for word. */
function naiveRoot(data: readonly Uint8Array[]): Hash {
  if (data.length === 0) return sha256()
  if (data.length === 1) return sha256(Buffer.of(0), ...data)
  const k = naiveSplit(data.length)
  return sha256(Buffer.of(1), naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)))
}

/** PATH of RFC 6962 section 2.1.1. */
function naivePath(m: number, data: readonly Uint8Array[]): Hash[] {
  if (data.length === 1) return []
  const k = naiveSplit(data.length)
  if (m < k) return [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))]
  return [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))]
}

/** PROOF of RFC 6962 section 2.1.2. */
function naiveProof(m: number, data: readonly Uint8Array[]): Hash[] {
  return naiveSubproof(m, data, true)
}

function naiveSubproof(m: number, data: readonly Uint8Array[], whole: boolean): Hash[] {
  if (m === data.length) return whole ? [] : [naiveRoot(data)]
  const k = naiveSplit(data.length)
  if (m <= k) return [...naiveSubproof(m, data.slice(0, k), whole), naiveRoot(data.slice(k))]
  return [...naiveSubproof(m - k, data.slice(k), false), naiveRoot(data.slice(0, k))]
}

function naiveSplit(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1)
}

function sha256(...parts: Uint8Array[]): Hash {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

function hashOf(range: { start: number; end: number }): Hash {
  return rootOfHashes(LEAVES.slice(range.start, range.end))
}

function treeRoot(size: number): Hash {
  return hashOf({ start: 0, end: size })
}

function leafOf(index: number): Hash {
  return hashOf({ start: index, end: index + 1 })
}

function flipped(hash: Hash, bit: number): Hash {
  const copy = Buffer.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

function hex(hash: Hash): string {
  return Buffer.from(hash).toString('hex')
}
