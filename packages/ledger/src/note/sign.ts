import { sign } from 'node:crypto'
import { utf8Bytes } from '../bytes.ts'
import { LedgerError } from '../error.ts'
import type { SignerKey } from './key.ts'
import { checkNoteText, formatNote, type NoteSignature } from './parse.ts'

/**
 * Signs a text, which must end in a newline, with one or more keys (signed-note). Keys of use `cosignature` sign
 * checkpoints only, by `cosignCheckpoint`. Throws `LedgerError` (`bad-note`, `bad-key`).
 */
export function signNote(text: string, signers: readonly SignerKey[]): string {
  checkNoteText(text)
  if (!text.endsWith('\n')) throw new LedgerError('bad-note', 'the text of a note ends in a newline')
  if (signers.length === 0) throw new LedgerError('bad-note', 'a note needs a signature')
  return formatNote({ text, signatures: signers.map((signer) => signText(text, signer)) })
}

function signText(text: string, signer: SignerKey): NoteSignature {
  const { name, keyId, use } = signer.verifier
  if (use !== 'note') throw new LedgerError('bad-key', `${name} signs cosignatures only`)
  return { name, keyId, bytes: sign(null, utf8Bytes(text), signer.privateKey) }
}
