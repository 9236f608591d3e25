import { fromBase64, toBase64 } from '../base64.ts'
import { utf8Bytes } from '../bytes.ts'
import { LedgerError } from '../error.ts'
import { NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX } from '../limits.ts'
import { checkKeyName } from './key.ts'

/** One signature line: the key's name, its id as eight hexadecimal digits, and what follows the id. */
export type NoteSignature = { name: string; keyId: string; bytes: Uint8Array }

/** A note taken apart, not verified: nobody may believe the text yet. The text ends in a newline. */
export type ParsedNote = { text: string; signatures: NoteSignature[] }

/** Takes a signed note apart (signed-note, "Format"). Throws `LedgerError` (`bad-note`). */
export function parseNote(note: string): ParsedNote {
  checkNoteText(note)
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0) throw new LedgerError('bad-note', 'a note has an empty line before its signatures')
  const lines = note.slice(cut + 2).split('\n')
  if (lines.pop() !== '' || lines.length === 0)
    throw new LedgerError('bad-note', 'a note ends in signature lines')
  if (lines.length > NOTE_SIGNATURES_MAX) throw new LedgerError('bad-note', 'a note has too many signatures')
  return { text: note.slice(0, cut + 1), signatures: lines.map(parseSignatureLine) }
}

/** Reads `— name base64(key id || signature)`, without a newline. Throws `LedgerError` (`bad-note`). */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name, material] = /^\u2014 ([^ ]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
  if (name === undefined || material === undefined)
    throw new LedgerError('bad-note', 'a signature line is malformed')
  checkKeyName(name)
  const bytes = fromBase64(material, 'bad-note', 'a signature')
  if (bytes.length < 5) throw new LedgerError('bad-note', 'a signature is too short')
  return { name, keyId: Buffer.from(bytes.subarray(0, 4)).toString('hex'), bytes: bytes.subarray(4) }
}

/** Writes the line that `parseSignatureLine` reads, without a newline. */
export function formatSignatureLine(signature: NoteSignature): string {
  const material = Buffer.concat([Buffer.from(signature.keyId, 'hex'), signature.bytes])
  return `\u2014 ${signature.name} ${toBase64(material)}`
}

/** Writes the note that `parseNote` reads. */
export function formatNote(note: ParsedNote): string {
  return `${note.text}\n${note.signatures.map((signature) => `${formatSignatureLine(signature)}\n`).join('')}`
}

/** Throws `LedgerError` (`bad-note`) unless the text is well-formed, within the limit and free of control characters. */
export function checkNoteText(text: string): void {
  if (text.length > NOTE_BYTES_MAX || utf8Bytes(text).length > NOTE_BYTES_MAX) {
    throw new LedgerError('bad-note', `a note is over ${NOTE_BYTES_MAX} bytes`)
  }
  if (!text.isWellFormed()) throw new LedgerError('bad-note', 'a note is not well-formed Unicode')
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 && unit !== 0x0a) throw new LedgerError('bad-note', 'a note has a control character')
  }
}
