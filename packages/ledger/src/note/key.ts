import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto'
import { fromBase64, toBase64 } from '../base64.ts'
import { utf8Bytes } from '../bytes.ts'
import { LedgerError } from '../error.ts'

/**
 * What a key signs: `note`, the text itself (signed-note, type 0x01), or `cosignature`, a witness's timestamped
 * statement about a checkpoint (tlog-cosignature, type 0x04). Both are Ed25519.
 */
export type NoteKeyUse = 'note' | 'cosignature'

/** A public key that a reader trusts. `keyId` is eight hexadecimal digits. */
export type VerifierKey = { name: string; keyId: string; use: NoteKeyUse; publicKey: KeyObject }

/** A key that signs, and the verifier key that belongs to it. */
export type SignerKey = { verifier: VerifierKey; privateKey: KeyObject }

/** Makes an Ed25519 key. `signer` is secret text, `verifier` is public text; both are as Go's sumdb/note writes them. */
export function generateKey(name: string, use: NoteKeyUse): { signer: string; verifier: string } {
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_ED25519.length)
  const verifier = formatVerifierKey(verifierOf(name, use, createPublicKey(privateKey)))
  const keyId = verifier.split('+')[1]
  const material = toBase64(Buffer.concat([Buffer.of(TYPE_BYTES[use]), seed]))
  return { signer: `PRIVATE+KEY+${name}+${keyId}+${material}`, verifier }
}

/** Reads a verifier key, `name+keyid+base64(type || public key)`. Throws `LedgerError` (`bad-key`). */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, keyId, material] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  if (name === undefined || keyId === undefined || material === undefined) {
    throw new LedgerError('bad-key', 'a verifier key is name+keyid+base64')
  }
  const { use, raw } = splitMaterial(material)
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: 'der', type: 'spki' })
  const key = verifierOf(name, use, publicKey)
  if (key.keyId !== keyId) throw new LedgerError('bad-key', `the key id of ${name} is not that of its key`)
  return key
}

/** Reads the secret text of `generateKey`. Throws `LedgerError` (`bad-key`), never with the text in the message. */
export function parseSignerKey(text: string): SignerKey {
  const match = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim())
  const [, name, keyId, material] = match ?? []
  if (name === undefined || keyId === undefined || material === undefined) {
    throw new LedgerError('bad-key', 'a signer key is PRIVATE+KEY+name+keyid+base64')
  }
  const { use, raw } = splitMaterial(material)
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, raw]),
    format: 'der',
    type: 'pkcs8',
  })
  const verifier = verifierOf(name, use, createPublicKey(privateKey))
  if (verifier.keyId !== keyId)
    throw new LedgerError('bad-key', `the key id of ${name} is not that of its key`)
  return { verifier, privateKey }
}

/** The text that `parseVerifierKey` reads. Public: hand it to whoever verifies. */
export function formatVerifierKey(key: VerifierKey): string {
  const material = Buffer.concat([Buffer.of(TYPE_BYTES[key.use]), rawPublic(key.publicKey)])
  return `${key.name}+${key.keyId}+${toBase64(material)}`
}

/** Throws `LedgerError` (`bad-key`) unless the name may stand in a signature line: no space, no plus, no control. */
export function checkKeyName(name: string): void {
  if (!/^[^\s+\p{Cc}\p{Zs}]+$/u.test(name) || !name.isWellFormed()) {
    throw new LedgerError('bad-key', 'a key name is not empty and has no space, plus or control character')
  }
}

const TYPE_BYTES = { note: 0x01, cosignature: 0x04 } as const
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key id is the start of SHA-256(name || newline || type || public key) (signed-note, "Signatures"). */
function verifierOf(name: string, use: NoteKeyUse, publicKey: KeyObject): VerifierKey {
  checkKeyName(name)
  const input = Buffer.concat([utf8Bytes(`${name}\n`), Buffer.of(TYPE_BYTES[use]), rawPublic(publicKey)])
  return { name, keyId: hash('sha256', input, 'hex').slice(0, 8), use, publicKey }
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_ED25519.length)
}

function splitMaterial(material: string): { use: NoteKeyUse; raw: Uint8Array } {
  const bytes = fromBase64(material, 'bad-key', 'key material')
  const use =
    bytes[0] === TYPE_BYTES.note ? 'note' : bytes[0] === TYPE_BYTES.cosignature ? 'cosignature' : undefined
  if (use === undefined || bytes.length !== 33)
    throw new LedgerError('bad-key', 'the key is not one of Ed25519')
  return { use, raw: bytes.subarray(1) }
}
