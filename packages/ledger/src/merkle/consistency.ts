import { LedgerError } from '../error.ts'
import { sameBytes } from '../bytes.ts'
import { HASH_BYTES } from '../limits.ts'
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts'
import { checkSize, type LeafRange, splitPoint } from './range.ts'

/**
 * The subtrees whose roots are the consistency proof from the tree of `older` leaves to the one of `newer`
 * (RFC 6962 section 2.1.2). Empty when both are the same tree or the older is empty. Throws `LedgerError`.
 */
export function consistencyRanges(older: number, newer: number): LeafRange[] {
  checkSize(newer)
  checkSize(older)
  if (older > newer) throw new LedgerError('bad-range', `a log of ${newer} has no earlier state of ${older}`)
  if (older === 0 || older === newer) return []
  const down: LeafRange[] = []
  let start = 0
  let end = newer
  while (end !== older) {
    const middle = start + splitPoint(end - start)
    down.push(older <= middle ? { start: middle, end } : { start, end: middle })
    if (older <= middle) end = middle
    else start = middle
  }
  // The last subtree is the whole older tree when nothing was cut off its left: the verifier has that root already.
  if (start > 0) down.push({ start, end })
  return down.toReversed()
}

/**
 * True when `proof` shows that the tree of `newer` leaves and `newerRoot` only appends to the tree of `older` leaves
 * and `olderRoot` (RFC 9162 section 2.1.4.2).
 */
export function verifyConsistency(
  older: number,
  olderRoot: Hash,
  newer: number,
  newerRoot: Hash,
  proof: readonly Hash[],
): boolean {
  if (older > newer || [olderRoot, ...proof].some((hash) => hash.length !== HASH_BYTES)) return false
  const ranges = consistencyRanges(older, newer)
  if (ranges.length !== proof.length) return false
  if (older === 0) return sameBytes(olderRoot, EMPTY_ROOT)
  if (older === newer) return sameBytes(olderRoot, newerRoot)
  const roots = climb(older, olderRoot, ranges, proof)
  return sameBytes(roots.older, olderRoot) && sameBytes(roots.newer, newerRoot)
}

/** Climbs from the largest subtree both trees share, computing both roots at once. */
function climb(older: number, olderRoot: Hash, ranges: readonly LeafRange[], proof: readonly Hash[]) {
  const seedGiven = ranges[0]?.end === older
  const seed = seedGiven ? (proof[0] ?? olderRoot) : olderRoot
  const roots = { older: seed, newer: seed }
  for (let at = seedGiven ? 1 : 0; at < ranges.length; at++) {
    const sibling = proof[at]
    const range = ranges[at]
    if (sibling === undefined || range === undefined) continue
    if (range.start >= older) {
      roots.newer = nodeHash(roots.newer, sibling)
    } else {
      roots.newer = nodeHash(sibling, roots.newer)
      roots.older = nodeHash(sibling, roots.older)
    }
  }
  return roots
}
