import { createHash } from 'node:crypto'
import { damaged, VaultError, type VaultErrorCode } from './errors.ts'
import { chunkCount } from './format.ts'
import type { KeyStore } from './keys/key-store.ts'
import { openChunks } from './open-chunks.ts'
import type { StoredObject } from './stored-object.ts'
import type { ObjectStore, ReadableStore } from './stores/object-store.ts'

/**
 * What a re-hash found. `mismatch` means the evidence is not what was recorded: an incident. `not-checked` means
 * that the storage or the key store failed, which says nothing about the evidence.
 */
export type Verification =
  | { outcome: 'intact' }
  | { outcome: 'mismatch'; error: VaultError }
  | { outcome: 'not-checked'; error: unknown }

const mismatchCodes: ReadonlySet<VaultErrorCode> = new Set([
  'object-missing',
  'object-damaged',
  'key-refused',
])

/**
 * Reads the whole object again and compares everything recorded: stored size and hash, authentication of every
 * chunk, plaintext size and its three hashes. For the nightly scrub. Never rejects.
 */
export async function verifyObject(
  store: ObjectStore,
  keys: KeyStore,
  record: StoredObject,
): Promise<Verification> {
  try {
    await rehash(store, keys, record)
    return { outcome: 'intact' }
  } catch (error) {
    const isMismatch = error instanceof VaultError && mismatchCodes.has(error.code)
    return isMismatch ? { outcome: 'mismatch', error } : { outcome: 'not-checked', error }
  }
}

async function rehash(store: ObjectStore, keys: KeyStore, record: StoredObject): Promise<void> {
  const { objectId, sizeBytes } = record
  const dataKey = await keys.unwrap(record, objectId)
  const stored = { storedBytes: 0, hash: createHash('sha256') }
  const hashes = { md5: createHash('md5'), sha1: createHash('sha1'), sha256: createHash('sha256') }
  const span = { objectId, sizeBytes, first: 0, last: chunkCount(sizeBytes) - 1 }
  try {
    for await (const piece of openChunks(tallied(store, stored), dataKey, span)) {
      for (const hash of Object.values(hashes)) hash.update(piece)
    }
  } finally {
    dataKey.fill(0)
  }
  const isSame =
    stored.storedBytes === record.storedBytes &&
    stored.hash.digest('hex') === record.storedSha256 &&
    hashes.md5.digest('hex') === record.md5 &&
    hashes.sha1.digest('hex') === record.sha1 &&
    hashes.sha256.digest('hex') === record.sha256
  if (!isSame) throw damaged(objectId, 'hash')
}

interface StoredTally {
  storedBytes: number
  hash: ReturnType<typeof createHash>
}

/** The same store, with every byte read from it counted and hashed. */
function tallied(store: ObjectStore, tally: StoredTally): ReadableStore {
  return {
    async *get(objectId, range) {
      for await (const piece of store.get(objectId, range)) {
        tally.storedBytes += piece.length
        tally.hash.update(piece)
        yield piece
      }
    },
  }
}
