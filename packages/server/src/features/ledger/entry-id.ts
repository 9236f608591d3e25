import { randomUUID } from 'node:crypto'

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random ones. Entries of one time so lie
 * together in the index; random ones would touch a page of their own each. The time is in the entry anyway.
 */
export const newEntryId = (at: Date): string => {
  const time = at.getTime().toString(16).padStart(12, '0')
  // The tail of a random UUID from behind its version digit: variant and randomness stay as they are.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
