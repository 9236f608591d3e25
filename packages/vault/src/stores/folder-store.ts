import { dirname, join, resolve } from 'node:path'
import { assertObjectId } from '../object-id.ts'
import { makePrivateDirectory, syncDirectory } from '../private-path.ts'
import { type HeldDirectory, holdDirectory } from './held-directory.ts'
import { objectPath, shardNames, shardOf } from './folder-layout.ts'
import { getFile } from './get-file.ts'
import { listFolder } from './list-folder.ts'
import type { ObjectStore } from './object-store.ts'
import { putFile } from './put-file.ts'
import { asStoreFailure } from './store-failure.ts'
import { sweepFolder } from './sweep-folder.ts'
import { unlinkIfThere } from './unlink-if-there.ts'

/** The folder store's own verbs, beside those of every store. */
export interface FolderStore extends ObjectStore {
  /** Removes what writers that died left unfinished. Answers how many files. Safe while others write. */
  sweep(): Promise<number>
  /** Gives back the directories held open. Nothing may be under way. */
  close(): Promise<void>
}

/**
 * Opens, or makes, a folder of objects at `folder` (its parent must exist), and sweeps it.
 *
 * An object is written and synced under a temporary name in its own shard, linked to its name, and the shard
 * synced, before `put` resolves. Linking fails when the name is taken, so nothing is ever overwritten, whichever
 * process writes. The file system must know hard links.
 */
export async function openFolderStore(folder: string): Promise<FolderStore> {
  const root = resolve(folder)
  const shards = await asStoreFailure(undefined, async () => {
    const made = await makeShards(root)
    await sweepFolder(root)
    return made
  })
  const shardFor = (objectId: string): HeldDirectory => {
    assertObjectId(objectId)
    const shard = shards.get(shardOf(objectId))
    if (shard === undefined) throw new Error(`There is no shard for object ${objectId}.`)
    return shard
  }

  return {
    put: async (objectId, source) => putFile(root, objectId, source, shardFor(objectId)),
    get: (objectId, range) => getFile(root, objectId, range),
    remove: async (objectId) => removeFile(objectPath(root, objectId), objectId, shardFor(objectId)),
    list: () => listFolder(root),
    sweep: () => asStoreFailure(undefined, () => sweepFolder(root)),
    async close() {
      for (const shard of shards.values()) await shard.close()
    },
  }
}

/** All shards are made beforehand, so that no `put` has to make one and sync its parent. */
async function makeShards(root: string): Promise<Map<string, HeldDirectory>> {
  await makePrivateDirectory(root)
  const shards = new Map<string, HeldDirectory>()
  for (const name of shardNames()) {
    await makePrivateDirectory(join(root, name))
    shards.set(name, holdDirectory(join(root, name)))
  }
  // Even when all were there: whoever made them may have died before this.
  await syncDirectory(root)
  await syncDirectory(dirname(root))
  return shards
}

function removeFile(path: string, objectId: string, shard: HeldDirectory): Promise<boolean> {
  return asStoreFailure(objectId, async () => {
    const wasThere = await unlinkIfThere(path)
    if (wasThere) await shard.sync()
    return wasThere
  })
}
