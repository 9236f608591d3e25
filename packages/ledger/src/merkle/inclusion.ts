import { LedgerError } from '../error.ts'
import { sameBytes } from '../bytes.ts'
import { HASH_BYTES } from '../limits.ts'
import { type Hash, nodeHash } from './hash.ts'
import { checkSize, type LeafRange, splitPoint } from './range.ts'

/**
 * The subtrees whose roots are the inclusion proof of leaf `index` in the tree of `size` leaves, from the leaf's
 * sibling up (RFC 6962 section 2.1.1). Throws `LedgerError` (`bad-range`) when there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  checkSize(size)
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new LedgerError('bad-range', `there is no leaf ${index} in a log of ${size}`)
  }
  const down: LeafRange[] = []
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + splitPoint(end - start)
    down.push(index < middle ? { start: middle, end } : { start, end: middle })
    if (index < middle) end = middle
    else start = middle
  }
  return down.toReversed()
}

/** True when `proof` shows that `leaf` is at `index` in the tree of `size` leaves with this `root` (RFC 9162 2.1.3.2). */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (index >= size || [leaf, ...proof].some((hash) => hash.length !== HASH_BYTES)) return false
  const ranges = inclusionRanges(index, size)
  if (ranges.length !== proof.length) return false
  const top = ranges.reduce((hash, range, at) => {
    const sibling = proof[at] ?? hash
    return range.start > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
  }, leaf)
  return sameBytes(top, root)
}
