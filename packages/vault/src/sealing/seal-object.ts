import { createHash } from 'node:crypto'
import type { StoredObject } from '../stored-object.ts'
import { chunkSealer } from './seal-chunks.ts'

/** What is counted and hashed while an object passes. */
export type Tally = Pick<
  StoredObject,
  'sizeBytes' | 'md5' | 'sha1' | 'sha256' | 'storedBytes' | 'storedSha256'
>

/** Hashes and seals one object, piece by piece. `end` is called once, last; `tally` after it. */
export interface ObjectSealer {
  /** Sealed pieces, in order, for plaintext pieces of any size. */
  push(piece: Uint8Array): Uint8Array[]
  end(): Uint8Array[]
  tally(): Tally
}

/** A sealer under a 32-byte data key that is used for nothing else. */
export function objectSealer(dataKey: Uint8Array, objectId: string): ObjectSealer {
  const chunks = chunkSealer(dataKey, objectId)
  const md5 = createHash('md5')
  const sha1 = createHash('sha1')
  const sha256 = createHash('sha256')
  const storedSha256 = createHash('sha256')
  let sizeBytes = 0
  let storedBytes = 0

  const countStored = (pieces: Uint8Array[]): Uint8Array[] => {
    for (const piece of pieces) {
      storedBytes += piece.length
      storedSha256.update(piece)
    }
    return pieces
  }

  return {
    push(piece) {
      sizeBytes += piece.length
      md5.update(piece)
      sha1.update(piece)
      sha256.update(piece)
      return countStored(chunks.push(piece))
    },
    end: () => countStored(chunks.end()),
    tally: () => ({
      sizeBytes,
      md5: md5.digest('hex'),
      sha1: sha1.digest('hex'),
      sha256: sha256.digest('hex'),
      storedBytes,
      storedSha256: storedSha256.digest('hex'),
    }),
  }
}
