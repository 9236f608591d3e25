import { sign } from 'node:crypto'
import { LedgerError } from '../error.ts'
import { NOTE_SIGNATURES_MAX } from '../limits.ts'
import type { SignerKey, VerifierKey } from '../note/key.ts'
import { formatNote, formatSignatureLine, parseNote, parseSignatureLine } from '../note/parse.ts'
import { cosignatureMessage, verifyNote } from '../note/verify.ts'
import { parseCheckpoint } from './format.ts'

/**
 * What a witness adds to a checkpoint it found consistent with all it saw before: a cosignature line, without a
 * newline (tlog-cosignature, `cosignature/v1`). Throws `LedgerError` (`bad-key`, `bad-note`, `bad-checkpoint`).
 */
export function cosignCheckpoint(note: string, witness: SignerKey, timeSeconds: number): string {
  const { name, keyId, use } = witness.verifier
  if (use !== 'cosignature') throw new LedgerError('bad-key', `${name} does not sign cosignatures`)
  if (!Number.isSafeInteger(timeSeconds) || timeSeconds < 0)
    throw new LedgerError('bad-range', 'no such time')
  const { text } = parseNote(note)
  parseCheckpoint(text)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(timeSeconds))
  const bytes = sign(null, cosignatureMessage(text, BigInt(timeSeconds)), witness.privateKey)
  return formatSignatureLine({ name, keyId, bytes: Buffer.concat([time, bytes]) })
}

/** The checkpoint with the cosignature, or why it was not taken. */
export type CosignatureVerdict =
  | { ok: true; note: string; timeSeconds: number }
  | { ok: false; reason: string }

/**
 * Takes a cosignature that a witness sent for this checkpoint, when it verifies by one of the known witness keys and
 * lies no more than `futureMaxSeconds` after now. A witness that cosigned already is replaced. Never throws.
 */
export function acceptCosignature(
  note: string,
  line: string,
  witnesses: readonly VerifierKey[],
  now: { timeSeconds: number; futureMaxSeconds: number },
): CosignatureVerdict {
  try {
    const parsed = parseNote(note)
    const signature = parseSignatureLine(line)
    const known = witnesses.filter((key) => key.use === 'cosignature')
    const verdict = verifyNote({ text: parsed.text, signatures: [signature] }, known)
    if (!verdict.ok) return verdict
    const timeSeconds = verdict.signatures[0]?.timeSeconds ?? 0
    if (timeSeconds > now.timeSeconds + now.futureMaxSeconds) {
      return { ok: false, reason: 'the cosignature is from the future' }
    }
    const others = parsed.signatures.filter(
      (one) => one.name !== signature.name || one.keyId !== signature.keyId,
    )
    if (others.length >= NOTE_SIGNATURES_MAX)
      return { ok: false, reason: 'the checkpoint has too many signatures' }
    return {
      ok: true,
      note: formatNote({ text: parsed.text, signatures: [...others, signature] }),
      timeSeconds,
    }
  } catch (error) {
    if (error instanceof LedgerError) return { ok: false, reason: error.message }
    throw error
  }
}
