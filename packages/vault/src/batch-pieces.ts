import type { ByteSource } from './stores/object-store.ts'

export interface Batch {
  pieces: Uint8Array[]
  isLast: boolean
}

/**
 * Gathers pieces until they come to `batchBytes` or the source ends. The last batch, and only it, says so; it
 * may be empty. Gives at least one batch. The same pieces come out, uncopied and in order.
 */
export async function* batchPieces(source: ByteSource, batchBytes: number): AsyncGenerator<Batch, void> {
  let pieces: Uint8Array[] = []
  let heldBytes = 0
  for await (const piece of source) {
    pieces.push(piece)
    heldBytes += piece.length
    if (heldBytes < batchBytes) continue
    yield { pieces, isLast: false }
    pieces = []
    heldBytes = 0
  }
  yield { pieces, isLast: true }
}
