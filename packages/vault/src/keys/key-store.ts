/** A data key sealed by a key-encryption key: what is kept beside the object's record, never the key itself. */
export interface WrappedKey {
  wrappedKey: Uint8Array
  keyId: string
}

/**
 * Holds the key-encryption keys and never gives them out. A file store stands here by default; a PKCS#11
 * token or a key management service can take its place.
 */
export interface KeyStore {
  /** The id of the key that `wrap` uses now. */
  currentKeyId(): string
  /** Seals a 32-byte data key for one object under the newest key. */
  wrap(dataKey: Uint8Array, objectId: string): Promise<WrappedKey>
  /**
   * The data key. The caller overwrites it after use. Rejects with `key-unknown` when the store has no such
   * key-encryption key, and with `key-refused` when the wrapped key is not of that key and that object.
   */
  unwrap(wrapped: WrappedKey, objectId: string): Promise<Buffer>
}
