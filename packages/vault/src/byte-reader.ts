/** Reads exact lengths from pieces of any size. */
export interface ByteReader {
  /** The next `lengthBytes` bytes, or fewer, down to none, when the source ends first. */
  read(lengthBytes: number): Promise<Uint8Array>
  /** Tells the source that no more will be read. Safe to call twice. */
  close(): Promise<void>
}

const nothing = new Uint8Array(0)

/** Pieces that already have the wanted bounds are passed on without a copy. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]()
  let rest: Uint8Array = nothing

  const refill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await pieces.next()
      if (next.done === true) return false
      rest = next.value
    }
    return true
  }

  const take = (lengthBytes: number): Uint8Array => {
    const part = rest.subarray(0, lengthBytes)
    rest = rest.subarray(part.length)
    return part
  }

  return {
    async read(lengthBytes) {
      const parts: Uint8Array[] = []
      let wanted = lengthBytes
      while (wanted > 0 && (await refill())) {
        const part = take(wanted)
        parts.push(part)
        wanted -= part.length
      }
      return parts.length === 1 ? (parts[0] ?? nothing) : Buffer.concat(parts)
    },
    async close() {
      await pieces.return?.()
    },
  }
}
