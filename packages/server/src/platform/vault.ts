import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ByteSource,
  type ObjectEntry,
  type OpenedObject,
  openFileKeyStore,
  openFolderStore,
  openObject,
  putObject,
  type ReadableRecord,
  rewrapKey,
  type StoredObject,
  type Verification,
  verifyObject,
  type WrappedKey,
} from '@opentipline/vault'

export type Vault = {
  /** Stores a file; resolves when it is durable. */
  put(fileId: string, source: ByteSource): Promise<StoredObject>
  /** Opens one for reading; whoever calls has put on record that it is opened (see features/files). */
  open(record: ReadableRecord): Promise<OpenedObject>
  /** Re-hashes one; nothing of it is given out. */
  verify(record: StoredObject): Promise<Verification>
  /** Every object there is. */
  list(): AsyncIterable<ObjectEntry>
  /** Takes away what a refused upload left, if anything. */
  remove(fileId: string): Promise<void>
  currentKeyId(): string
  /** Adds a wrapping key, which is used from now on; gives its id. */
  addKey(): Promise<string>
  /** A data key sealed under the newest wrapping key. */
  rewrap(record: Pick<StoredObject, 'objectId' | 'wrappedKey' | 'keyId'>): Promise<WrappedKey>
  /** Takes up keys that another process has added. */
  reloadKeys(): Promise<void>
  close(): Promise<void>
}

/** The evidence store in the data folder: objects and the keys that wrap theirs, apart from each other. */
export const openVault = async (dataDir: string): Promise<Vault> => {
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const keys = await openFileKeyStore(join(dataDir, 'keys', 'vault'))
  const store = await openFolderStore(join(dataDir, 'vault'))
  return {
    put: (fileId, source) => putObject(store, keys, fileId, source),
    open: (record) => openObject(store, keys, record),
    verify: (record) => verifyObject(store, keys, record),
    list: () => store.list(),
    remove: async (fileId) => {
      await store.remove(fileId)
    },
    currentKeyId: () => keys.currentKeyId(),
    addKey: () => keys.rotate(),
    rewrap: (record) => rewrapKey(keys, record),
    reloadKeys: () => keys.reload(),
    close: () => store.close(),
  }
}
