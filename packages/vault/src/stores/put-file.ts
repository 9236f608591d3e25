import { link, stat } from 'node:fs/promises'
import { systemCode, VaultError } from '../errors.ts'
import { batchPieces } from '../batch-pieces.ts'
import type { HeldDirectory } from './held-directory.ts'
import { objectPath, temporaryPath } from './folder-layout.ts'
import type { ByteSource } from './object-store.ts'
import { asStoreFailure } from './store-failure.ts'
import { type FileWriter, openFileWriter, writeSmallFile } from './temporary-file.ts'
import { unlinkIfThere } from './unlink-if-there.ts'

/** One write call takes about this much, a small object whole. Larger batches were no faster and took more memory. */
const batchBytes = 131_072

/** Writes an object to a temporary file, then gives it its name. `shard` makes the shard's entries durable. */
export async function putFile(
  root: string,
  objectId: string,
  source: ByteSource,
  shard: HeldDirectory,
): Promise<void> {
  const temporary = temporaryPath(root, objectId)
  const path = objectPath(root, objectId)
  try {
    await writeTemporary(temporary, path, objectId, source)
    await asStoreFailure(objectId, () => publish(temporary, path, objectId, shard))
  } catch (error) {
    await unlinkIfThere(temporary).catch(() => undefined)
    throw error
  }
}

async function writeTemporary(
  temporary: string,
  path: string,
  objectId: string,
  source: ByteSource,
): Promise<void> {
  let writer: FileWriter | undefined
  try {
    for await (const { pieces, isLast } of batchPieces(source, batchBytes)) {
      await asStoreFailure(objectId, async () => {
        if (isLast && writer === undefined) return writeSmallFile(temporary, pieces)
        // Spares a large source from being read in vain. Whether the name is free is settled by the link.
        if (writer === undefined) await assertAbsent(path, objectId)
        writer ??= await openFileWriter(temporary)
        await writer.write(pieces)
        if (isLast) await writer.finish()
      })
    }
  } finally {
    await writer?.close()
  }
}

async function publish(
  temporary: string,
  path: string,
  objectId: string,
  shard: HeldDirectory,
): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? exists(objectId) : error
  }
  try {
    await unlinkIfThere(temporary)
    await shard.sync()
  } catch (error) {
    // Not durable, so not to be seen: the caller is told that it failed.
    await unlinkIfThere(path)
    throw error
  }
}

async function assertAbsent(path: string, objectId: string): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (stats !== undefined) throw exists(objectId)
}

function exists(objectId: string): VaultError {
  return new VaultError('object-exists', `Object ${objectId} is already stored, and is never overwritten.`, {
    objectId,
  })
}
