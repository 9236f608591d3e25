import { LedgerError } from '../error.ts'
import { ENTRY_BYTES_MAX, TILE_WIDTH } from '../limits.ts'

/** Entries as a bundle: each behind its length as a big-endian uint16 (tlog-tiles, "Log entries"). */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new LedgerError('bad-bundle', `a bundle holds ${TILE_WIDTH} entries`)
  return Buffer.concat(entries.flatMap((entry) => [lengthOf(entry), entry]))
}

/**
 * Splits a bundle into its `width` entries, as views on the same memory. Throws `LedgerError` (`bad-bundle`) when
 * there are more or fewer, when one is cut short or over the limit, or when bytes are left over.
 */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length && entries.length < width) {
    const end = at + 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)
    if (at + 2 > bytes.length || end > bytes.length) throw short(entries.length)
    if (end - at - 2 > ENTRY_BYTES_MAX)
      throw new LedgerError('bad-bundle', `entry ${entries.length} is over the limit`)
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  if (entries.length < width) throw short(entries.length)
  if (at !== bytes.length) throw new LedgerError('bad-bundle', `${bytes.length - at} bytes are left over`)
  return entries
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > ENTRY_BYTES_MAX)
    throw new LedgerError('bad-bundle', `an entry is over ${ENTRY_BYTES_MAX} bytes`)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(entry.length)
  return length
}

function short(entry: number): LedgerError {
  return new LedgerError('bad-bundle', `the bundle ends in entry ${entry}`)
}
