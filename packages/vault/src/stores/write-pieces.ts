import type { FileHandle } from 'node:fs/promises'

/** Writes all of `pieces` at the file's end, in one call unless the system writes less than asked. */
export async function writePieces(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  let rest = pieces
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest)
    rest = dropBytes(rest, bytesWritten)
  }
}

/** What is left of `pieces` after their first `count` bytes; no empty piece is left. */
function dropBytes(pieces: readonly Uint8Array[], count: number): Uint8Array[] {
  let toDrop = count
  const rest: Uint8Array[] = []
  for (const piece of pieces) {
    const dropped = Math.min(toDrop, piece.length)
    toDrop -= dropped
    if (dropped < piece.length) rest.push(piece.subarray(dropped))
  }
  return rest
}
