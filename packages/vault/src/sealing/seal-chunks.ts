import { createCipheriv, randomBytes } from 'node:crypto'
import { VaultError } from '../errors.ts'
import {
  associatedData,
  chunkBytes,
  chunkNonce,
  encodeHeader,
  noncePrefixBytes,
  objectBytesMax,
} from '../format.ts'

/** Turns plaintext pieces of any size into sealed pieces, in order. `end` must be called once, last. */
export interface ChunkSealer {
  push(piece: Uint8Array): Uint8Array[]
  end(): Uint8Array[]
}

/**
 * A sealer for one object. Holds at most one chunk: a full chunk is sealed only when it is known whether
 * another follows, since the last one is marked. The first sealed piece is the header.
 */
export function chunkSealer(dataKey: Uint8Array, objectId: string): ChunkSealer {
  const noncePrefix = randomBytes(noncePrefixBytes)
  const header = encodeHeader(noncePrefix)
  const aad = associatedData(header, objectId)
  const held = Buffer.allocUnsafeSlow(chunkBytes)
  let heldBytes = 0
  let index = 0
  let out: Uint8Array[] = [header]

  const seal = (plaintext: Uint8Array, isLast: boolean): void => {
    if (index * chunkBytes >= objectBytesMax) throw tooManyChunks(objectId)
    const cipher = createCipheriv('aes-256-gcm', dataKey, chunkNonce(noncePrefix, index, isLast))
    cipher.setAAD(aad)
    out.push(cipher.update(plaintext))
    cipher.final()
    out.push(cipher.getAuthTag())
    index += 1
  }

  const take = (): Uint8Array[] => {
    const taken = out
    out = []
    return taken
  }

  return {
    push(piece) {
      let offset = 0
      while (offset < piece.length) {
        if (heldBytes === chunkBytes) {
          seal(held, false)
          heldBytes = 0
        }
        // Strictly more than a chunk: so it is not the last, and need not be copied first.
        if (heldBytes === 0 && piece.length - offset > chunkBytes) {
          seal(piece.subarray(offset, offset + chunkBytes), false)
          offset += chunkBytes
          continue
        }
        const part = piece.subarray(offset, offset + chunkBytes - heldBytes)
        held.set(part, heldBytes)
        heldBytes += part.length
        offset += part.length
      }
      return take()
    },
    end() {
      seal(held.subarray(0, heldBytes), true)
      held.fill(0)
      return take()
    },
  }
}

function tooManyChunks(objectId: string): VaultError {
  return new VaultError('object-too-large', `Object ${objectId} is larger than the format can hold.`, {
    objectId,
  })
}
