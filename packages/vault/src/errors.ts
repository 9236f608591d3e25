/**
 * What can go wrong in the vault, by stable code.
 *
 * - `object-id-invalid`: the id is not one the vault accepts (see `object-id.ts`).
 * - `object-exists`: the store already holds this id; nothing is ever overwritten.
 * - `object-missing`: the store holds nothing under this id.
 * - `object-too-large`: the source gave more than the caller's `maxBytes`, or more than the format can hold.
 * - `object-damaged`: the stored bytes are not those that were written; `damage` says in what way.
 * - `range-invalid`: the range does not lie within the object.
 * - `key-unknown`: the key store has no key-encryption key of that id.
 * - `key-refused`: the wrapped key was not made by that key-encryption key for that object, or was altered.
 * - `key-store-unsafe`: the key directory or a key file could be read or changed by somebody else.
 * - `key-store-damaged`: a key file does not hold what it should.
 * - `store-failed`: the storage below answered with an error; `cause` has it. Nothing was acknowledged.
 */
export type VaultErrorCode =
  | 'object-id-invalid'
  | 'object-exists'
  | 'object-missing'
  | 'object-too-large'
  | 'object-damaged'
  | 'range-invalid'
  | 'key-unknown'
  | 'key-refused'
  | 'key-store-unsafe'
  | 'key-store-damaged'
  | 'store-failed'

/**
 * How a stored object differs from what was written: its header is not ours, a chunk does not authenticate
 * (bit flip, reorder, swap with another object), it ends early, it goes on after its end, or its hashes or
 * its size differ from those recorded.
 */
export type Damage = 'header' | 'chunk' | 'truncated' | 'trailing-bytes' | 'hash'

export interface VaultErrorDetails {
  objectId?: string
  keyId?: string
  damage?: Damage
  cause?: unknown
}

/** Every error the vault raises on its own account. Messages name ids and paths, never content or key bytes. */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  readonly objectId: string | undefined
  readonly keyId: string | undefined
  /** Set only for `object-damaged`. */
  readonly damage: Damage | undefined

  constructor(code: VaultErrorCode, message: string, details: VaultErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'VaultError'
    this.code = code
    this.objectId = details.objectId
    this.keyId = details.keyId
    this.damage = details.damage
  }
}

const damageInWords: Record<Damage, string> = {
  header: 'its header is not that of a vault object',
  chunk: 'a chunk does not authenticate',
  truncated: 'it ends too early',
  'trailing-bytes': 'it goes on after its end',
  hash: 'its hashes or its size differ from those recorded',
}

/** The error for an object whose stored bytes are not those that were written. */
export function damaged(objectId: string, damage: Damage): VaultError {
  return new VaultError('object-damaged', `Object ${objectId} is damaged: ${damageInWords[damage]}.`, {
    objectId,
    damage,
  })
}

/** The `code` of a Node system error (`ENOENT`, `EEXIST`, ...), or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
