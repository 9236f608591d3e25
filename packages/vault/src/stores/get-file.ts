import { type FileHandle, open } from 'node:fs/promises'
import { systemCode, VaultError } from '../errors.ts'
import { assertObjectId } from '../object-id.ts'
import { objectPath } from './folder-layout.ts'
import type { ByteRange } from './object-store.ts'
import { readPieces } from './read-pieces.ts'
import { asStoreFailure } from './store-failure.ts'

/** The stored bytes of an object, or those of `range` cut to its end. */
export async function* getFile(
  root: string,
  objectId: string,
  range?: ByteRange,
): AsyncGenerator<Uint8Array> {
  assertObjectId(objectId)
  const handle = await asStoreFailure(objectId, () => openObjectFile(objectPath(root, objectId), objectId))
  try {
    const { size } = await asStoreFailure(objectId, () => handle.stat())
    const end = Math.min(size, range?.endExclusive ?? size)
    const pieces = readPieces(handle, { start: Math.min(range?.start ?? 0, end), endExclusive: end })
    try {
      for (;;) {
        const { done, value } = await asStoreFailure(objectId, () => pieces.next())
        if (done === true) return
        yield value
      }
    } finally {
      await pieces.return(undefined)
    }
  } finally {
    await handle.close()
  }
}

async function openObjectFile(path: string, objectId: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    throw new VaultError('object-missing', `Object ${objectId} is not in the store.`, { objectId })
  }
}
