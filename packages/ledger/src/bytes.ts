/** Bytes as UTF-8 text; throws a TypeError on invalid UTF-8, and keeps a leading byte order mark as a character. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** Text as UTF-8 bytes. */
export function utf8Bytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

/** True when both have the same length and the same bytes. For public values only: it is not constant in time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
