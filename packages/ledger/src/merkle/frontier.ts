import { LedgerError } from '../error.ts'
import { HASH_BYTES } from '../limits.ts'
import { type Hash, nodeHash } from './hash.ts'
import { checkSize, foldHashes, nodesOf } from './range.ts'

/**
 * The compact range of a tree: its size and the roots of its perfect subtrees, largest first. All that is needed to
 * append and to know the root; at most 48 hashes. Values are never changed in place.
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Hash[] }

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }

/** The frontier after these leaf hashes, in this order. About two hashings a leaf. */
export function appendLeaves(frontier: Frontier, leaves: Iterable<Hash>): Frontier {
  const hashes = [...frontier.hashes]
  let size = frontier.size
  for (const leaf of leaves) {
    hashes.push(leaf)
    // Each trailing one bit of the old size is a perfect subtree that the new leaf completes a larger one with.
    for (let carry = size; carry % 2 === 1; carry = Math.floor(carry / 2)) mergeLast(hashes)
    size++
  }
  checkSize(size)
  return { size, hashes }
}

/** The root of the tree the frontier stands for. */
export function frontierRoot(frontier: Frontier): Hash {
  return foldHashes(frontier.hashes)
}

/** Rebuilds a frontier that was stored as a size and concatenated hashes. Throws `LedgerError` (`bad-range`). */
export function frontierOf(size: number, hashes: readonly Hash[]): Frontier {
  checkSize(size)
  const wanted = nodesOf({ start: 0, end: size }).length
  if (hashes.length !== wanted || hashes.some((hash) => hash.length !== HASH_BYTES)) {
    throw new LedgerError(
      'bad-range',
      `a tree of ${size} leaves has ${wanted} perfect subtrees, not ${hashes.length}`,
    )
  }
  return { size, hashes }
}

function mergeLast(hashes: Hash[]): void {
  const right = hashes.pop()
  const left = hashes.pop()
  if (left === undefined || right === undefined)
    throw new LedgerError('bad-range', 'the frontier lacks a subtree')
  hashes.push(nodeHash(left, right))
}
