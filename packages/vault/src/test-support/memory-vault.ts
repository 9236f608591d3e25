import { createSecretKey, randomBytes } from 'node:crypto'
import { VaultError } from '../errors.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { unwrapKey, wrapKey } from '../keys/wrap-key.ts'
import { newObjectId } from '../object-id.ts'
import { openObject } from '../open-object.ts'
import { putObject } from '../put-object.ts'
import type { StoredObject } from '../stored-object.ts'
import type { ByteRange } from '../stores/object-store.ts'
import { collect } from './collect.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'

/** A whole vault in memory, for tests. */
export interface MemoryVault {
  store: MemoryStore
  keys: KeyStore
  put(bytes: Uint8Array, objectId?: string): Promise<StoredObject>
  read(record: StoredObject, range?: ByteRange): Promise<Buffer>
}

export function memoryVault(): MemoryVault {
  const store = memoryStore()
  const keys = memoryKeyStore()
  return {
    store,
    keys,
    put: (bytes, objectId = newObjectId()) => putObject(store, keys, objectId, [bytes]),
    async read(record, range) {
      const opened = await openObject(store, keys, record)
      return Buffer.concat(await collect<Buffer>(opened.stream(range)))
    },
  }
}

/** A key store with one key, which is gone with the process. */
function memoryKeyStore(): KeyStore {
  const key = createSecretKey(randomBytes(32))
  const keyId = 'memory-key'
  return {
    currentKeyId: () => keyId,
    wrap: async (dataKey, objectId) => wrapKey(key, keyId, dataKey, objectId),
    async unwrap(wrapped, objectId) {
      if (wrapped.keyId === keyId) return unwrapKey(key, wrapped, objectId)
      throw new VaultError('key-unknown', `There is no key ${wrapped.keyId}.`, { keyId: wrapped.keyId })
    },
  }
}
