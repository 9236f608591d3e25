/** Half-open, in bytes: `start` is included, `endExclusive` is not. */
export interface ByteRange {
  start: number
  endExclusive: number
}

export interface ObjectEntry {
  objectId: string
  storedBytes: number
}

/** Bytes in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Where sealed objects lie. What every implementation promises (`objectStoreContract` tests it):
 *
 * - `put` resolves only when the object would survive a power cut, and then it is whole. Until then, and for
 *   ever when it rejects or the process dies, `get` and `list` do not show it.
 * - An object is never overwritten and never changes.
 * - Ids are checked (`object-id-invalid`) before anything is touched.
 */
export interface ObjectStore {
  /**
   * Stores all of `source` under `objectId`. Rejects with `object-exists` when there is one, with
   * `store-failed` when the storage fails, and with the source's own error when the source fails.
   */
  put(objectId: string, source: ByteSource): Promise<void>
  /**
   * The stored bytes, or those of `range` cut to the object's end. The iteration throws `object-missing`
   * when there is no such object.
   */
  get(objectId: string, range?: ByteRange): AsyncIterable<Uint8Array>
  /** Removes durably. False when there was no such object. */
  remove(objectId: string): Promise<boolean>
  /** All objects, in no particular order. One put or removed meanwhile may or may not be seen. */
  list(): AsyncIterable<ObjectEntry>
}

/** As much of a store as reading takes. */
export type ReadableStore = Pick<ObjectStore, 'get'>
