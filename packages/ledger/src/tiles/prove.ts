import type { Hash } from '../merkle/hash.ts'
import { consistencyRanges } from '../merkle/consistency.ts'
import { inclusionRanges } from '../merkle/inclusion.ts'
import { hashReader, type ReadTile } from './read.ts'

/**
 * The inclusion proof of entry `index` in the log of `size` entries, from the leaf's sibling up (RFC 6962 section
 * 2.1.1), read from tiles. Throws `LedgerError` (`bad-range`, `missing-tile`, `bad-tile`).
 */
export function proveInclusion(index: number, size: number, readTile: ReadTile): Promise<Hash[]> {
  const reader = hashReader(size, readTile)
  return Promise.all(inclusionRanges(index, size).map((range) => reader.rangeHash(range)))
}

/** The consistency proof from `older` to `newer` entries (RFC 6962 section 2.1.2), read from tiles. Throws as above. */
export function proveConsistency(older: number, newer: number, readTile: ReadTile): Promise<Hash[]> {
  const reader = hashReader(newer, readTile)
  return Promise.all(consistencyRanges(older, newer).map((range) => reader.rangeHash(range)))
}

/** The root of the log of `size` entries as its tiles have it. Throws as above. */
export function readRoot(size: number, readTile: ReadTile): Promise<Hash> {
  return hashReader(size, readTile).rangeHash({ start: 0, end: size })
}
