import { utf8Text } from '../bytes.ts'
import { LedgerError } from '../error.ts'
import { ENTRY_BYTES_MAX } from '../limits.ts'
import { checkEntry } from './check.ts'
import { canonicalText } from './encode.ts'
import { ENTRY_VERSION, type LedgerEntry } from './entry.ts'

/**
 * Reads canonical bytes back. Anything that `encodeEntry` would not have written is refused: other white space,
 * another order, a member twice, an unknown member. Throws `LedgerError` (`bad-entry`).
 */
export function decodeEntry(bytes: Uint8Array): LedgerEntry {
  if (bytes.length > ENTRY_BYTES_MAX)
    throw new LedgerError('bad-entry', `entry is over ${ENTRY_BYTES_MAX} bytes`)
  const text = textOf(bytes)
  const { v, ...fields } = versioned(text)
  if (v !== ENTRY_VERSION) throw new LedgerError('bad-entry', `entry is not of version ${ENTRY_VERSION}`)
  const entry = checkEntry(fields)
  if (canonicalText(entry) !== text) throw new LedgerError('bad-entry', 'entry is not in canonical form')
  return entry
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8Text(bytes)
  } catch {
    throw new LedgerError('bad-entry', 'entry is not UTF-8')
  }
}

function versioned(text: string): { [name: string]: unknown } {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LedgerError('bad-entry', 'entry is not a JSON object')
  }
  return { ...value }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new LedgerError('bad-entry', 'entry is not JSON')
  }
}
