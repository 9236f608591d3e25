import { hash } from 'node:crypto'
import { HASH_BYTES } from '../limits.ts'

/** A SHA-256 value of 32 bytes. */
export type Hash = Uint8Array

/** The root of the empty tree: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Hash = hash('sha256', new Uint8Array(0), 'buffer')

/** The hash of a leaf: SHA-256(0x00 || entry) (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Hash {
  const input = Buffer.allocUnsafe(1 + entry.length)
  input[0] = 0x00
  input.set(entry, 1)
  return hash('sha256', input, 'buffer')
}

/** The hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962 section 2.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + HASH_BYTES)
  return hash('sha256', nodeInput, 'buffer')
}

// Hashing is synchronous, so one buffer serves every call.
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01)
