import type { CheckpointTrust } from '../checkpoint/open.ts'
import { LedgerError } from '../error.ts'
import { formatReceipt, type ReceiptParts } from './format.ts'
import { verifyReceipt } from './verify.ts'

/**
 * Makes a receipt for an entry from its canonical bytes, its index, its inclusion proof and a signed checkpoint that
 * covers it, and verifies it by the keys its reader will use: a receipt that proves nothing never leaves. Throws
 * `LedgerError` (`bad-receipt`).
 */
export function makeReceipt(parts: ReceiptParts, trust: CheckpointTrust): string {
  const text = formatReceipt(parts)
  const verdict = verifyReceipt(text, trust)
  if (!verdict.ok) throw new LedgerError('bad-receipt', verdict.reason)
  return text
}
