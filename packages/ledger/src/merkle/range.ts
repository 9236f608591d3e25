import { LedgerError } from '../error.ts'
import { LOG_SIZE_MAX } from '../limits.ts'
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts'

/** The leaves `start` to `end`, the end not included. In proofs, always a subtree of RFC 6962's tree. */
export type LeafRange = { start: number; end: number }

/** A perfect subtree: the leaves from `index * 2**level` on, `2**level` of them. */
export type NodeId = { level: number; index: number }

/** The largest power of two below `n` (RFC 6962 section 2.1); `n` is at least 2. */
export function splitPoint(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The perfect subtrees that make up a range, left to right, each as large as it can be. */
export function nodesOf(range: LeafRange): NodeId[] {
  const nodes: NodeId[] = []
  for (let start = range.start; start < range.end; ) {
    let level = 0
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= range.end) level++
    nodes.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return nodes
}

/** The root over perfect subtrees of falling size, given left to right. */
export function foldHashes(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1)
  if (last === undefined) return EMPTY_ROOT
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** The Merkle Tree Hash of RFC 6962 section 2.1 over leaf hashes. */
export function rootOfHashes(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT
  let row = hashes
  // Pairing neighbours and letting an odd last one rise gives the same tree as splitting at the power of two.
  while (row.length > 1) row = pairUp(row)
  return row[0] ?? EMPTY_ROOT
}

/** Throws `LedgerError` (`bad-range`) unless `size` is a whole number that a log can have. */
export function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0 || size > LOG_SIZE_MAX) {
    throw new LedgerError('bad-range', `${size} is no size of a log`)
  }
}

function pairUp(row: readonly Hash[]): Hash[] {
  const above: Hash[] = []
  for (let at = 0; at < row.length; at += 2) {
    const left = row[at]
    const right = row[at + 1]
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right))
  }
  return above
}
