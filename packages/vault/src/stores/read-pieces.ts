import type { FileHandle } from 'node:fs/promises'
import type { ByteRange } from './object-store.ts'

/** Large enough that the system call costs little, small enough that a hundred readers fit in memory. */
const readBytesMax = 524_288

/** The bytes of `range`, cut to the file's end. The next piece is being read while the last one is used. */
export async function* readPieces(handle: FileHandle, range: ByteRange): AsyncGenerator<Uint8Array> {
  let position = range.start
  const readNext = async (): Promise<Uint8Array> => {
    const buffer = Buffer.allocUnsafeSlow(Math.min(readBytesMax, range.endExclusive - position))
    if (buffer.length === 0) return buffer
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
    position += bytesRead
    return buffer.subarray(0, bytesRead)
  }

  let next = readNext()
  try {
    for (;;) {
      const piece = await next
      if (piece.length === 0) return
      next = readNext()
      // Its failure is thrown by the await above; this keeps it from counting as unhandled until then.
      next.catch(() => undefined)
      yield piece
    }
  } finally {
    // The caller closes the file after us, and must not while a read is under way.
    await next.catch(() => undefined)
  }
}
