import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../errors.ts'
import { shardNames, type TemporaryOwner, temporaryOwner } from './folder-layout.ts'
import { unlinkIfThere } from './unlink-if-there.ts'

/**
 * Removes the temporary files of writers that are gone; answers how many. A file is left alone while a process of
 * its writer's id lives here. A living writer on another machine may lose its file; its `put` then fails, and
 * nothing half-written can become visible.
 */
export async function sweepFolder(root: string): Promise<number> {
  let removed = 0
  for (const shard of shardNames()) {
    for (const name of await readdir(join(root, shard))) {
      const owner = temporaryOwner(name)
      if (owner === undefined || isAlive(owner)) continue
      if (await unlinkIfThere(join(root, shard, name))) removed += 1
    }
  }
  return removed
}

function isAlive(owner: TemporaryOwner): boolean {
  if (owner === 'us') return true
  // Our own id with a token that is not ours: it had this id before us.
  if (owner.processId === process.pid) return false
  try {
    process.kill(owner.processId, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}
