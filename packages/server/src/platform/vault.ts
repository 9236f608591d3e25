import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ByteSource,
  type OpenedObject,
  openFileKeyStore,
  openFolderStore,
  openObject,
  putObject,
  type ReadableRecord,
  type StoredObject,
} from '@opentipline/vault'

export type Vault = {
  /** Stores a file; resolves when it is durable. */
  put(fileId: string, source: ByteSource): Promise<StoredObject>
  /** Opens one for reading; whoever calls has put on record that it is opened (see features/files). */
  open(record: ReadableRecord): Promise<OpenedObject>
  /** Takes away what a refused upload left, if anything. */
  remove(fileId: string): Promise<void>
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
    remove: async (fileId) => {
      await store.remove(fileId)
    },
    close: () => store.close(),
  }
}
