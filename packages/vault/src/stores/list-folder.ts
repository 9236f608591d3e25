import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../errors.ts'
import { isObjectId } from '../object-id.ts'
import { shardNames } from './folder-layout.ts'
import type { ObjectEntry } from './object-store.ts'
import { asStoreFailure } from './store-failure.ts'

/** Every object, shard by shard. Temporary files and strange names are passed over. */
export async function* listFolder(root: string): AsyncGenerator<ObjectEntry> {
  for (const shard of shardNames()) {
    const names = await asStoreFailure(undefined, () => readdir(join(root, shard)))
    for (const objectId of names.filter(isObjectId)) {
      const storedBytes = await asStoreFailure(objectId, () => sizeIfThere(join(root, shard, objectId)))
      if (storedBytes !== undefined) yield { objectId, storedBytes }
    }
  }
}

async function sizeIfThere(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    // Removed since the directory was read.
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
