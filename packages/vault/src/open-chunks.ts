import { createDecipheriv } from 'node:crypto'
import { byteReader, type ByteReader } from './byte-reader.ts'
import { damaged } from './errors.ts'
import {
  associatedData,
  chunkBytes,
  chunkCount,
  chunkNonce,
  chunkOffset,
  decodeHeader,
  headerBytes,
  sealedChunkBytes,
  storedSize,
  tagBytes,
} from './format.ts'
import type { ByteRange, ReadableStore } from './stores/object-store.ts'

/** Chunks `first` to `last`, both included, of an object of `sizeBytes` of plaintext. */
export interface ChunkSpan {
  objectId: string
  sizeBytes: number
  first: number
  last: number
}

/** One past the stored size, so that bytes after the end are seen. */
const beyondEndBytes = 1

/**
 * The plaintext of the span's chunks, one piece each, every one authenticated before it is given out. Reads
 * the header and the span's stored bytes, nothing else. Throws `object-damaged` or `object-missing`.
 */
export async function* openChunks(
  store: ReadableStore,
  dataKey: Uint8Array,
  span: ChunkSpan,
): AsyncGenerator<Buffer> {
  const { objectId, first, last } = span
  const lastOfObject = chunkCount(span.sizeBytes) - 1
  const reader = byteReader(store.get(objectId, storedRange(span)))
  try {
    const header = await (first === 0 ? reader.read(headerBytes) : readHeader(store, objectId))
    const noncePrefix = decodeHeader(header, objectId)
    const aad = associatedData(header, objectId)
    for (let index = first; index <= last; index += 1) {
      const isLast = index === lastOfObject
      const sealed = await readChunk(reader, span, index)
      const plaintext = openChunk(sealed, dataKey, chunkNonce(noncePrefix, index, isLast), aad)
      if (plaintext === undefined) throw damaged(objectId, 'chunk')
      yield plaintext
    }
    if (last === lastOfObject && (await reader.read(1)).length > 0) throw damaged(objectId, 'trailing-bytes')
  } finally {
    await reader.close()
  }
}

function storedRange({ sizeBytes, first, last }: ChunkSpan): ByteRange {
  const isToEnd = last === chunkCount(sizeBytes) - 1
  return {
    start: first === 0 ? 0 : chunkOffset(first),
    endExclusive: isToEnd ? storedSize(sizeBytes) + beyondEndBytes : chunkOffset(last + 1),
  }
}

async function readHeader(store: ReadableStore, objectId: string): Promise<Uint8Array> {
  const reader = byteReader(store.get(objectId, { start: 0, endExclusive: headerBytes }))
  const header = await reader.read(headerBytes)
  await reader.close()
  return header
}

async function readChunk(reader: ByteReader, span: ChunkSpan, index: number): Promise<Uint8Array> {
  const lengthBytes = Math.min(sealedChunkBytes, span.sizeBytes - index * chunkBytes + tagBytes)
  const sealed = await reader.read(lengthBytes)
  if (sealed.length < lengthBytes) throw damaged(span.objectId, 'truncated')
  return sealed
}

function openChunk(
  sealed: Uint8Array,
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
): Buffer | undefined {
  const tagOffset = sealed.length - tagBytes
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(tagOffset))
  const plaintext = decipher.update(sealed.subarray(0, tagOffset))
  try {
    decipher.final()
    return plaintext
  } catch {
    return undefined
  }
}
