import { fromBase64, toBase64 } from '../base64.ts'
import { LedgerError } from '../error.ts'
import { HASH_BYTES, LOG_SIZE_MAX, PROOF_HASHES_MAX, RECEIPT_CHARS_MAX } from '../limits.ts'
import type { Hash } from '../merkle/hash.ts'

/** A receipt taken apart, not verified. `note` is the signed checkpoint, verbatim. */
export type ReceiptParts = { entryBytes: Uint8Array; index: number; proof: readonly Hash[]; note: string }

/**
 * The text of a receipt: a C2SP tlog-proof whose `extra` line is the entry itself, so that the text needs nothing
 * beside it. The entry is proved by the tree, not by standing in that line.
 */
export function formatReceipt(parts: ReceiptParts): string {
  const proof = parts.proof.map((hash) => `${toBase64(hash)}\n`).join('')
  return `${HEADER}\nextra ${toBase64(parts.entryBytes)}\nindex ${parts.index}\n${proof}\n${parts.note}`
}

/** Reads the text of a receipt. Throws `LedgerError` (`bad-receipt`). Verify before believing any of it. */
export function parseReceipt(text: string): ReceiptParts {
  if (text.length > RECEIPT_CHARS_MAX) throw new LedgerError('bad-receipt', 'the receipt is over the limit')
  const cut = text.indexOf('\n\n')
  if (cut < 0) throw new LedgerError('bad-receipt', 'a receipt has an empty line before its checkpoint')
  const [header, extra, index, ...hashes] = text.slice(0, cut).split('\n')
  if (header !== HEADER) throw new LedgerError('bad-receipt', `a receipt starts with ${HEADER}`)
  if (hashes.length > PROOF_HASHES_MAX) throw new LedgerError('bad-receipt', 'the proof is over the limit')
  return {
    entryBytes: fromBase64(after('extra ', extra), 'bad-receipt', 'the entry'),
    index: parseIndex(after('index ', index)),
    proof: hashes.map(parseHash),
    note: text.slice(cut + 2),
  }
}

const HEADER = 'c2sp.org/tlog-proof@v1'

function after(prefix: string, line: string | undefined): string {
  if (line === undefined || !line.startsWith(prefix))
    throw new LedgerError('bad-receipt', `no line "${prefix}..."`)
  return line.slice(prefix.length)
}

function parseIndex(text: string): number {
  const index = Number(text)
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text) || index >= LOG_SIZE_MAX) {
    throw new LedgerError('bad-receipt', 'the index is no whole number')
  }
  return index
}

function parseHash(line: string): Hash {
  const hash = fromBase64(line, 'bad-receipt', 'a hash of the proof')
  if (hash.length !== HASH_BYTES) throw new LedgerError('bad-receipt', 'a hash of the proof is not 32 bytes')
  return hash
}
