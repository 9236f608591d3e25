import { createHash, randomBytes } from 'node:crypto'

/** A new id that tells the size of its object. */
export function tellingId(sizeBytes: number): string {
  return `${sizeBytes}-${randomBytes(8).toString('hex')}`
}

/** The bytes that belong under a telling id, so that whoever finds an object can tell whether it is whole. */
export function bytesFor(objectId: string): Buffer {
  const sizeBytes = Number.parseInt(objectId, 10)
  return Buffer.alloc(sizeBytes, createHash('sha256').update(objectId).digest())
}
