import { verify } from 'node:crypto'
import { utf8Bytes } from '../bytes.ts'
import type { VerifierKey } from './key.ts'
import type { NoteSignature, ParsedNote } from './parse.ts'

/** A signature that verified. `timeSeconds` is what a witness says, in seconds since 1970; null for a log's own. */
export type GoodSignature = { key: VerifierKey; timeSeconds: number | null }

/** Either every signature by a known key verified and there is at least one, or the note is not to be believed. */
export type NoteVerdict = { ok: true; signatures: GoodSignature[] } | { ok: false; reason: string }

/**
 * Verifies a note by the keys a reader trusts. Unknown keys are ignored; a known key whose signature fails spoils
 * the whole note (signed-note, "Signatures"). The same key twice counts once.
 */
export function verifyNote(note: ParsedNote, trusted: readonly VerifierKey[]): NoteVerdict {
  const good = new Map<VerifierKey, GoodSignature>()
  for (const signature of note.signatures) {
    const key = trusted.find((one) => one.name === signature.name && one.keyId === signature.keyId)
    if (key === undefined) continue
    const verdict = verifySignature(note.text, signature, key)
    if (verdict === undefined)
      return { ok: false, reason: `the signature of ${key.name} (${key.keyId}) is wrong` }
    good.set(key, verdict)
  }
  if (good.size === 0) return { ok: false, reason: 'no key that is trusted has signed' }
  return { ok: true, signatures: [...good.values()] }
}

/** The message a witness signs (tlog-cosignature, "Ed25519 signed message"): header, time, checkpoint text. */
export function cosignatureMessage(text: string, timeSeconds: bigint): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${timeSeconds}\n${text}`)
}

function verifySignature(
  text: string,
  signature: NoteSignature,
  key: VerifierKey,
): GoodSignature | undefined {
  if (key.use === 'note') {
    return ed25519(utf8Bytes(text), signature.bytes, key) ? { key, timeSeconds: null } : undefined
  }
  if (signature.bytes.length !== 72) return undefined
  const time = Buffer.from(signature.bytes.subarray(0, 8)).readBigUInt64BE()
  // A time beyond what a double holds exactly is some hundred million years off: nobody saw that.
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  const message = cosignatureMessage(text, time)
  return ed25519(message, signature.bytes.subarray(8), key) ? { key, timeSeconds: Number(time) } : undefined
}

function ed25519(message: Uint8Array, signature: Uint8Array, key: VerifierKey): boolean {
  return signature.length === 64 && verify(null, message, key.publicKey, signature)
}
