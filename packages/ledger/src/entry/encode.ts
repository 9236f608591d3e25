import { utf8Bytes } from '../bytes.ts'
import { LedgerError } from '../error.ts'
import { ENTRY_BYTES_MAX } from '../limits.ts'
import { checkEntry } from './check.ts'
import { ENTRY_VERSION, type LedgerEntry } from './entry.ts'

/**
 * The canonical bytes of an entry: JSON as RFC 8785 writes it (members sorted, no white space, ECMAScript numbers,
 * UTF-8). One entry has one form, whatever order its fields came in. Throws `LedgerError` (`bad-entry`).
 */
export function encodeEntry(entry: LedgerEntry): Uint8Array {
  const bytes = utf8Bytes(canonicalText(checkEntry(entry)))
  if (bytes.length > ENTRY_BYTES_MAX)
    throw new LedgerError('bad-entry', `entry is over ${ENTRY_BYTES_MAX} bytes`)
  return bytes
}

/** `checkEntry` gives the members in sorted order, and no name is a number: `JSON.stringify` keeps that order. */
export function canonicalText(checked: LedgerEntry): string {
  return JSON.stringify({ ...checked, v: ENTRY_VERSION })
}
