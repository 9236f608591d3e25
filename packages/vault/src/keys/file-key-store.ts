import { dirname, resolve } from 'node:path'
import { VaultError } from '../errors.ts'
import { assertPrivateDirectory, makePrivateDirectory, syncDirectory } from '../private-path.ts'
import { addKeyFile, type NumberedKey, readKeyFiles } from './key-directory.ts'
import type { KeyEncryptionKey } from './key-file.ts'
import type { KeyStore } from './key-store.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

/** The file key store's own verbs, beside those of every key store. */
export interface FileKeyStore extends KeyStore {
  /** Adds a key, which becomes the current one, and answers its id. All earlier keys stay and still unwrap. */
  rotate(): Promise<string>
  /** Takes up keys that another process has added. An unknown key id does this by itself. */
  reload(): Promise<void>
  /** All key ids, oldest first. */
  keyIds(): string[]
}

/**
 * Opens, or makes with a first key, a directory of key files (its parent must exist). The directory must be ours
 * with mode 0700 and each key file ours with 0600, else it rejects with `key-store-unsafe`; a file that is not a
 * whole key rejects with `key-store-damaged`. Keep a copy of this directory apart from the objects and from the
 * database: without it nothing in the vault can be read.
 */
export async function openFileKeyStore(directory: string): Promise<FileKeyStore> {
  const path = resolve(directory)
  await makePrivateDirectory(path)
  await syncDirectory(dirname(path))
  await assertPrivateDirectory(path)
  if ((await readKeyFiles(path)).length === 0) await addKeyFile(path, 1)
  let keys = await readKeyFiles(path)

  const reload = async (): Promise<void> => {
    await assertPrivateDirectory(path)
    keys = await readKeyFiles(path)
  }
  const find = async (keyId: string): Promise<KeyEncryptionKey> => {
    if (!keys.some((key) => key.keyId === keyId)) await reload()
    return keys.find((key) => key.keyId === keyId) ?? unknownKey(keyId, path)
  }

  return {
    currentKeyId: () => newest(keys, path).keyId,
    async wrap(dataKey, objectId) {
      const { key, keyId } = newest(keys, path)
      return wrapKey(key, keyId, dataKey, objectId)
    },
    async unwrap(wrapped, objectId) {
      const { key } = await find(wrapped.keyId)
      return unwrapKey(key, wrapped, objectId)
    },
    async rotate() {
      await reload()
      await addKeyFile(path, newest(keys, path).sequence + 1)
      await reload()
      return newest(keys, path).keyId
    },
    reload,
    keyIds: () => keys.map((key) => key.keyId),
  }
}

function newest(keys: readonly NumberedKey[], path: string): NumberedKey {
  const key = keys.at(-1)
  if (key === undefined) throw new VaultError('key-store-damaged', `${path} holds no key file any more.`)
  return key
}

function unknownKey(keyId: string, path: string): never {
  throw new VaultError('key-unknown', `${path} has no key ${keyId}.`, { keyId })
}
