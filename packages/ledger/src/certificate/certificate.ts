import { createHash } from 'node:crypto'
import type { CheckpointTrust } from '../checkpoint/open.ts'
import { LedgerError } from '../error.ts'
import { CERTIFICATE_STATEMENT_CHARS_MAX } from '../limits.ts'
import { type ReceiptVerdict, verifyReceipt } from '../receipt/verify.ts'

/**
 * A certificate of destruction: a statement that people read, an empty line, and the receipt of the log entry that names
 * the statement's SHA-256. The statement's words stay out of the log, and the log holds them all the same.
 */
const HEADER = 'Certificate of destruction, version 1'

/** The action and the kind of object that a certificate is about. */
const ACTION = 'file.destroyed'
const OBJECT = 'file'

/** Fields in their order. Anything that would break a line, or that does not show, becomes a space. */
export function formatStatement(fields: readonly (readonly [name: string, value: string])[]): string {
  const lines = fields.map(([name, value]) => {
    if (!/^[A-Z][A-Za-z0-9 -]{0,59}$/.test(name))
      throw new LedgerError('bad-certificate', `"${name}" names no field`)
    return `${name}: ${value.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()}`
  })
  const statement = [HEADER, ...lines].join('\n')
  if (statement.length > CERTIFICATE_STATEMENT_CHARS_MAX)
    throw new LedgerError('bad-certificate', 'the statement is over the limit')
  return statement
}

/** What the log entry of a destruction holds of the statement: its SHA-256 in hexadecimal, over its UTF-8. */
export function statementHash(statement: string): string {
  return createHash('sha256').update(statement, 'utf8').digest('hex')
}

/** A certificate that may be believed, or why it proves nothing. */
export type CertificateVerdict =
  | (Extract<ReceiptVerdict, { ok: true }> & { statement: string })
  | { ok: false; reason: string }

/** Makes a certificate and verifies it: one that proves nothing never leaves. Throws `LedgerError` (`bad-certificate`). */
export function makeCertificate(statement: string, receipt: string, trust: CheckpointTrust): string {
  const text = `${statement}\n\n${receipt}`
  const verdict = verifyCertificate(text, trust)
  if (!verdict.ok) throw new LedgerError('bad-certificate', verdict.reason)
  return text
}

/** Verifies a certificate offline. Compare the file and hash it names with what it is shown for. Never throws. */
export function verifyCertificate(text: string, trust: CheckpointTrust): CertificateVerdict {
  const cut = text.indexOf('\n\n')
  const statement = text.slice(0, Math.max(cut, 0))
  if (statement.length > CERTIFICATE_STATEMENT_CHARS_MAX || !statement.startsWith(`${HEADER}\n`))
    return { ok: false, reason: `a certificate starts with "${HEADER}"` }
  const receipt = verifyReceipt(text.slice(cut + 2), trust)
  if (!receipt.ok) return receipt
  const { entry } = receipt
  if (entry.action !== ACTION || entry.object.kind !== OBJECT || entry.outcome !== 'done')
    return { ok: false, reason: `the log entry is of ${entry.action}, and destroyed no file` }
  if (entry.details.statement !== statementHash(statement))
    return { ok: false, reason: 'the statement is not the one that the log entry names' }
  return { ...receipt, statement }
}
