import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { VaultError } from '../errors.ts'

/** A key-encryption key: 256 bits for AES-256. */
export interface KeyEncryptionKey {
  keyId: string
  key: KeyObject
}

const format = 'opentipline-vault-key-1'
const keyBytes = 32
const keyIdPattern = /^[0-9]{6}-[0-9a-f]{16}$/

/** A new key, with its number in the key store and a random part, so that keys of two stores never share an id. */
export function newKeyFile(sequence: number): string {
  const keyId = `${String(sequence).padStart(6, '0')}-${randomBytes(8).toString('hex')}`
  return encodeKeyFile(keyId, randomBytes(keyBytes))
}

/** Reads `newKeyFile`. Throws `key-store-damaged`, naming the path, for anything else, to the last byte. */
export function parseKeyFile(text: string, path: string): KeyEncryptionKey {
  const [, keyId = '', keyText = ''] = text.split('\n')
  const key = Buffer.from(keyText, 'base64')
  const isWhole = keyIdPattern.test(keyId) && key.length === keyBytes && text === encodeKeyFile(keyId, key)
  if (!isWhole) {
    throw new VaultError(
      'key-store-damaged',
      `${path} is not a whole vault key file. Restore it from a back-up.`,
    )
  }
  return { keyId, key: createSecretKey(key) }
}

function encodeKeyFile(keyId: string, key: Buffer): string {
  return `${[format, keyId, key.toString('base64'), checkValue(keyId, key)].join('\n')}\n`
}

/** Tells a damaged key from a whole one when it is read, rather than when an object cannot be opened. */
function checkValue(keyId: string, key: Buffer): string {
  return createHmac('sha256', key).update(`opentipline vault key check ${keyId}`).digest('base64')
}
