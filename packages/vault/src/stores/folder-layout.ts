import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'

/** Objects are spread over this many directories, named 00 to ff, so that none grows unwieldy. */
const shardCount = 256

const temporaryPattern = /^\.([1-9][0-9]{0,9})-([0-9a-f]{16})-[0-9a-f]{16}\.part$/

/** Tells this process from an earlier one that had the same process id, as the first process of a container has. */
const processToken = randomBytes(8).toString('hex')

/** `00` to `ff`, in order. */
export function shardNames(): string[] {
  return Array.from({ length: shardCount }, (_, index) => index.toString(16).padStart(2, '0'))
}

/** The shard of an object: the first byte of the SHA-256 of its id, so that any kind of id spreads evenly. */
export function shardOf(objectId: string): string {
  return createHash('sha256').update(objectId).digest('hex').slice(0, 2)
}

/** Where an object lies below `root`. */
export function objectPath(root: string, objectId: string): string {
  return join(root, shardOf(objectId), objectId)
}

/** A new name beside the object's own, which no object id can have, and which tells who writes under it. */
export function temporaryPath(root: string, objectId: string): string {
  const name = `.${process.pid}-${processToken}-${randomBytes(8).toString('hex')}.part`
  return join(root, shardOf(objectId), name)
}

export type TemporaryOwner = 'us' | { processId: number }

/** Who writes, or wrote, under a temporary name; undefined for any other name. */
export function temporaryOwner(name: string): TemporaryOwner | undefined {
  const [, processId, token] = temporaryPattern.exec(name) ?? []
  if (processId === undefined) return undefined
  return token === processToken ? 'us' : { processId: Number(processId) }
}
