import { randomBytes } from 'node:crypto'
import { dataKeyBytes, objectBytesMax } from './format.ts'
import type { KeyStore } from './keys/key-store.ts'
import { assertObjectId } from './object-id.ts'
import type { Tally } from './sealing/seal-object.ts'
import { sealSource } from './sealing/seal-source.ts'
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
  { maxBytes = objectBytesMax }: PutOptions = {},
): Promise<StoredObject> {
  assertObjectId(objectId)
  const dataKey = randomBytes(dataKeyBytes)
  try {
    const wrapped = await keys.wrap(dataKey, objectId)
    let tally: Tally | undefined
    const sealed = async function* (): AsyncGenerator<Uint8Array> {
      tally = yield* sealSource(source, { objectId, dataKey, maxBytes })
    }
    await store.put(objectId, sealed())
    if (tally === undefined) throw new Error('The object store did not read its source to the end.')
    return { objectId, ...tally, ...wrapped }
  } finally {
    dataKey.fill(0)
  }
}
