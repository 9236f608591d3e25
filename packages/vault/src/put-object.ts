import { createHash, randomBytes } from 'node:crypto'
import { VaultError } from './errors.ts'
import { dataKeyBytes } from './format.ts'
import type { KeyStore } from './keys/key-store.ts'
import { assertObjectId } from './object-id.ts'
import { type ChunkSealer, chunkSealer } from './seal-chunks.ts'
import type { StoredObject } from './stored-object.ts'
import type { ByteSource, ObjectStore } from './stores/object-store.ts'

export interface PutOptions {
  /** Refuse with `object-too-large` as soon as the source has given more. */
  maxBytes?: number
}

/**
 * Hashes, seals and stores `source` under a data key of its own, in one pass and with flat memory.
 *
 * Resolves when the object is durable. Rejects with `object-exists`, `object-too-large`, `object-id-invalid`,
 * `store-failed`, a key store error, or the source's own error; then nothing is visible in the store.
 */
export async function putObject(
  store: ObjectStore,
  keys: KeyStore,
  objectId: string,
  source: ByteSource,
  options: PutOptions = {},
): Promise<StoredObject> {
  assertObjectId(objectId)
  const dataKey = randomBytes(dataKeyBytes)
  try {
    const wrapped = await keys.wrap(dataKey, objectId)
    const tally = newTally(objectId, options.maxBytes)
    await store.put(objectId, sealed(source, chunkSealer(dataKey, objectId), tally))
    return { objectId, ...tally.finish(), ...wrapped }
  } finally {
    dataKey.fill(0)
  }
}

async function* sealed(source: ByteSource, sealer: ChunkSealer, tally: Tally): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    tally.plain(piece)
    yield* tally.stored(sealer.push(piece))
  }
  yield* tally.stored(sealer.end())
}

type Tallied = Pick<StoredObject, 'sizeBytes' | 'md5' | 'sha1' | 'sha256' | 'storedBytes' | 'storedSha256'>

interface Tally {
  plain(piece: Uint8Array): void
  stored(pieces: Uint8Array[]): Uint8Array[]
  finish(): Tallied
}

function newTally(objectId: string, maxBytes = Number.POSITIVE_INFINITY): Tally {
  const md5 = createHash('md5')
  const sha1 = createHash('sha1')
  const sha256 = createHash('sha256')
  const storedSha256 = createHash('sha256')
  let sizeBytes = 0
  let storedBytes = 0
  return {
    plain(piece) {
      sizeBytes += piece.length
      if (sizeBytes > maxBytes) throw tooLarge(objectId, maxBytes)
      md5.update(piece)
      sha1.update(piece)
      sha256.update(piece)
    },
    stored(pieces) {
      for (const piece of pieces) {
        storedBytes += piece.length
        storedSha256.update(piece)
      }
      return pieces
    },
    finish: () => ({
      sizeBytes,
      md5: md5.digest('hex'),
      sha1: sha1.digest('hex'),
      sha256: sha256.digest('hex'),
      storedBytes,
      storedSha256: storedSha256.digest('hex'),
    }),
  }
}

function tooLarge(objectId: string, maxBytes: number): VaultError {
  return new VaultError('object-too-large', `Object ${objectId} is larger than ${maxBytes} bytes.`, {
    objectId,
  })
}
