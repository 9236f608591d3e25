import { VaultError } from '../errors.ts'
import { assertObjectId } from '../object-id.ts'
import type { ObjectStore } from '../stores/object-store.ts'

/** A store in memory whose bytes a test can look at and damage. Keeps nothing: never for evidence. */
export interface MemoryStore extends ObjectStore {
  readonly objects: Map<string, Buffer>
}

export function memoryStore(): MemoryStore {
  const objects = new Map<string, Buffer>()
  return {
    objects,
    async put(objectId, source) {
      assertObjectId(objectId)
      const refuse = (): void => {
        if (objects.has(objectId))
          throw new VaultError('object-exists', `Object ${objectId} exists.`, { objectId })
      }
      const pieces: Uint8Array[] = []
      for await (const piece of source) {
        refuse()
        pieces.push(piece)
      }
      refuse()
      objects.set(objectId, Buffer.concat(pieces))
    },
    async *get(objectId, range) {
      assertObjectId(objectId)
      const bytes = objects.get(objectId)
      if (bytes === undefined)
        throw new VaultError('object-missing', `Object ${objectId} is missing.`, { objectId })
      yield Buffer.from(bytes.subarray(range?.start ?? 0, range?.endExclusive ?? bytes.length))
    },
    async remove(objectId) {
      assertObjectId(objectId)
      return objects.delete(objectId)
    },
    async *list() {
      for (const [objectId, { length }] of objects) yield { objectId, storedBytes: length }
    },
  }
}
