import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { damaged, VaultError } from './errors.ts'
import { chunkBytes, chunkCount } from './format.ts'
import type { KeyStore } from './keys/key-store.ts'
import { openChunks } from './open-chunks.ts'
import type { ReadableRecord } from './stored-object.ts'
import type { ByteRange, ObjectStore } from './stores/object-store.ts'

export interface OpenedObject {
  sizeBytes: number
  /**
   * The plaintext, or that of `range`, reading and decrypting only the 64 KiB chunks it touches. Every byte is
   * authenticated before it is given out. A stream of the whole object is re-hashed as well, and fails before
   * its end when the SHA-256 is not the one recorded. Fails with `object-damaged` or `object-missing`;
   * throws `range-invalid` at once.
   */
  stream(range?: ByteRange): Readable
}

/**
 * Opens an object for reading. Rejects with `key-unknown` or `key-refused` when its key does not open; a
 * missing or damaged object shows when it is streamed.
 */
export async function openObject(
  store: ObjectStore,
  keys: KeyStore,
  record: ReadableRecord,
): Promise<OpenedObject> {
  const dataKey = await keys.unwrap(record, record.objectId)
  const { sizeBytes } = record
  return {
    sizeBytes,
    stream(range = { start: 0, endExclusive: sizeBytes }) {
      assertRange(range, record)
      const isWhole = range.start === 0 && range.endExclusive === sizeBytes
      const pieces = isWhole ? openWhole(store, dataKey, record) : openRange(store, dataKey, record, range)
      return Readable.from(pieces, { objectMode: false })
    },
  }
}

async function* openWhole(
  store: ObjectStore,
  dataKey: Uint8Array,
  { objectId, sizeBytes, sha256 }: ReadableRecord,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const last = chunkCount(sizeBytes) - 1
  for await (const piece of openChunks(store, dataKey, { objectId, sizeBytes, first: 0, last })) {
    hash.update(piece)
    if (piece.length > 0) yield piece
  }
  if (hash.digest('hex') !== sha256) throw damaged(objectId, 'hash')
}

async function* openRange(
  store: ObjectStore,
  dataKey: Uint8Array,
  { objectId, sizeBytes }: ReadableRecord,
  { start, endExclusive }: ByteRange,
): AsyncGenerator<Uint8Array> {
  if (start === endExclusive) return
  const first = Math.floor(start / chunkBytes)
  const last = Math.floor((endExclusive - 1) / chunkBytes)
  let pieceStart = first * chunkBytes
  for await (const piece of openChunks(store, dataKey, { objectId, sizeBytes, first, last })) {
    yield piece.subarray(Math.max(0, start - pieceStart), endExclusive - pieceStart)
    pieceStart += piece.length
  }
}

function assertRange({ start, endExclusive }: ByteRange, { objectId, sizeBytes }: ReadableRecord): void {
  const isWithin = Number.isSafeInteger(start) && Number.isSafeInteger(endExclusive)
  if (isWithin && start >= 0 && start <= endExclusive && endExclusive <= sizeBytes) return
  const message = `Bytes ${start} to ${endExclusive} do not lie within the ${sizeBytes} bytes of object ${objectId}.`
  throw new VaultError('range-invalid', message, { objectId })
}
