import { randomBytes } from 'node:crypto'
import { VaultError } from './errors.ts'

/** An id is a file name and an S3 key in its own right, so it is kept short of every such limit. */
const objectIdLengthMax = 100

// Lower case only: on a file system that folds case, two ids that differ in case would be one object.
const objectIdPattern = /^[a-z0-9][a-z0-9_-]*$/

/** A new random object id: 32 lower-case hex digits (128 bits). */
export function newObjectId(): string {
  return randomBytes(16).toString('hex')
}

/** True for 1 to 100 characters of a-z, 0-9, `_` and `-`, the first a letter or digit. */
export function isObjectId(value: string): boolean {
  return value.length <= objectIdLengthMax && objectIdPattern.test(value)
}

/** Throws `object-id-invalid` unless `isObjectId`. This is what keeps ids from naming other files. */
export function assertObjectId(value: string): void {
  if (isObjectId(value)) return
  const shown = JSON.stringify(value.slice(0, objectIdLengthMax))
  throw new VaultError('object-id-invalid', `${shown} is not a vault object id.`)
}
