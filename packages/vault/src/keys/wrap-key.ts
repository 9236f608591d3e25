import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { VaultError } from '../errors.ts'
import { dataKeyBytes, tagBytes } from '../format.ts'
import type { WrappedKey } from './key-store.ts'

/**
 * A wrapped key, version 1: version (1) | nonce (12) | sealed data key (32) | GCM tag (16).
 *
 * Each object gets a wrapping key of its own, HKDF-SHA-256 (RFC 5869) of the key-encryption key with the key id
 * as salt and the object id as info. So the bound of 2^32 random nonces per AES-GCM key (NIST SP 800-38D, 8.3)
 * counts wraps of one object, not of the whole vault, which at 300 objects a second would reach it in half a year.
 */
const version = 1
const nonceBytes = 12
const wrappedKeyBytes = 1 + nonceBytes + dataKeyBytes + tagBytes

/** Seals `dataKey` (32 bytes) for `objectId` under `keyEncryptionKey`. */
export function wrapKey(
  keyEncryptionKey: KeyObject,
  keyId: string,
  dataKey: Uint8Array,
  objectId: string,
): WrappedKey {
  const nonce = randomBytes(nonceBytes)
  const wrappingKey = deriveWrappingKey(keyEncryptionKey, keyId, objectId)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()])
  wrappingKey.fill(0)
  return { keyId, wrappedKey: Buffer.concat([Buffer.of(version), nonce, sealed, cipher.getAuthTag()]) }
}

/** The data key of `wrapKey`. Throws `key-refused` for another key, another object or altered bytes. */
export function unwrapKey(keyEncryptionKey: KeyObject, wrapped: WrappedKey, objectId: string): Buffer {
  const { wrappedKey, keyId } = wrapped
  if (wrappedKey.length !== wrappedKeyBytes || wrappedKey[0] !== version) throw refused(keyId, objectId)
  const wrappingKey = deriveWrappingKey(keyEncryptionKey, keyId, objectId)
  const sealedOffset = 1 + nonceBytes
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrappedKey.subarray(1, sealedOffset), {
    authTagLength: tagBytes,
  })
  wrappingKey.fill(0)
  decipher.setAuthTag(wrappedKey.subarray(sealedOffset + dataKeyBytes))
  const dataKey = decipher.update(wrappedKey.subarray(sealedOffset, sealedOffset + dataKeyBytes))
  try {
    decipher.final()
    return dataKey
  } catch (cause) {
    dataKey.fill(0)
    throw refused(keyId, objectId, cause)
  }
}

function deriveWrappingKey(keyEncryptionKey: KeyObject, keyId: string, objectId: string): Buffer {
  const info = `opentipline vault wrap 1 ${objectId}`
  return Buffer.from(hkdfSync('sha256', keyEncryptionKey, keyId, info, dataKeyBytes))
}

function refused(keyId: string, objectId: string, cause?: unknown): VaultError {
  const message = `The wrapped key of object ${objectId} does not open under key ${keyId}.`
  return new VaultError('key-refused', message, { objectId, keyId, cause })
}
