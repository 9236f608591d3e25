/**
 * The layout of a stored object, version 1 (all integers big-endian):
 *
 * ```
 * header (20 bytes): "OTVAULT" (7) | version (1) | chunk size (4) | nonce prefix (7) | zero (1)
 * chunk  (repeated): ciphertext (1..chunk size; 0 only for an empty object) | GCM tag (16)
 * ```
 *
 * Every chunk but the last is full. The nonce of chunk i is prefix (7) | i (4) | 1 if last, else 0 (1): the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015). The associated data of every
 * chunk is the header followed by the object id.
 */
import { damaged } from './errors.ts'

export const chunkBytes = 65_536
export const tagBytes = 16
export const sealedChunkBytes = chunkBytes + tagBytes
export const headerBytes = 20
export const noncePrefixBytes = 7
export const dataKeyBytes = 32

/** The chunk counter has 32 bits: 256 TiB. The caller's `maxBytes` is far below it. */
export const objectBytesMax = 2 ** 32 * chunkBytes

const magic = Buffer.from('OTVAULT', 'latin1')
const version = 1
const prefixOffset = 12

/** The 20-byte header for a 7-byte nonce prefix. */
export function encodeHeader(noncePrefix: Uint8Array): Buffer {
  const header = Buffer.alloc(headerBytes)
  magic.copy(header, 0)
  header.writeUInt8(version, magic.length)
  header.writeUInt32BE(chunkBytes, magic.length + 1)
  header.set(noncePrefix, prefixOffset)
  return header
}

/** The nonce prefix from a header. Throws `object-damaged` for a short or foreign header. */
export function decodeHeader(header: Uint8Array, objectId: string): Buffer {
  if (header.length < headerBytes) throw damaged(objectId, 'truncated')
  const noncePrefix = Buffer.from(header.subarray(prefixOffset, prefixOffset + noncePrefixBytes))
  if (!encodeHeader(noncePrefix).equals(header)) throw damaged(objectId, 'header')
  return noncePrefix
}

/** The 12-byte nonce of one chunk. */
export function chunkNonce(noncePrefix: Uint8Array, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(noncePrefixBytes + 5)
  nonce.set(noncePrefix, 0)
  nonce.writeUInt32BE(index, noncePrefixBytes)
  nonce.writeUInt8(isLast ? 1 : 0, noncePrefixBytes + 4)
  return nonce
}

/** The associated data of every chunk. Unambiguous because the header has a fixed length. */
export function associatedData(header: Uint8Array, objectId: string): Buffer {
  return Buffer.concat([header, Buffer.from(objectId, 'utf8')])
}

/** How many chunks hold `sizeBytes` of plaintext. An empty object has one, empty, chunk. */
export function chunkCount(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / chunkBytes))
}

/** How many bytes an object of `sizeBytes` takes in the store. */
export function storedSize(sizeBytes: number): number {
  return headerBytes + sizeBytes + chunkCount(sizeBytes) * tagBytes
}

/** Where chunk `index` begins in the stored object. */
export function chunkOffset(index: number): number {
  return headerBytes + index * sealedChunkBytes
}
