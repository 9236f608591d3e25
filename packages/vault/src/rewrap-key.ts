import type { KeyStore, WrappedKey } from './keys/key-store.ts'
import type { StoredObject } from './stored-object.ts'

/**
 * The object's data key sealed anew under the newest key-encryption key; the object itself is not touched.
 * The caller replaces the record's `wrappedKey` and `keyId` by the answer. Rejects as `KeyStore.unwrap` does.
 */
export async function rewrapKey(
  keys: KeyStore,
  record: Pick<StoredObject, 'objectId' | 'wrappedKey' | 'keyId'>,
): Promise<WrappedKey> {
  const dataKey = await keys.unwrap(record, record.objectId)
  try {
    return await keys.wrap(dataKey, record.objectId)
  } finally {
    dataKey.fill(0)
  }
}
