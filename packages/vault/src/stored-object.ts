/**
 * What the caller keeps about an object: everything needed to read it again and to prove it unchanged.
 * Hashes are lower-case hex. Destroying `wrappedKey` everywhere it is kept, back-ups included, destroys the
 * object: no other copy of its data key exists.
 */
export interface StoredObject {
  objectId: string
  /** Bytes of plaintext. */
  sizeBytes: number
  /** Of the plaintext, as the field exchanges it. For matching only: nothing here relies on MD5 or SHA-1. */
  md5: string
  sha1: string
  sha256: string
  /** Bytes in the store, and their SHA-256: checkable without any key. */
  storedBytes: number
  storedSha256: string
  wrappedKey: Uint8Array
  keyId: string
}

/** The part of the record that reading needs. */
export type ReadableRecord = Pick<StoredObject, 'objectId' | 'sizeBytes' | 'sha256' | 'wrappedKey' | 'keyId'>
