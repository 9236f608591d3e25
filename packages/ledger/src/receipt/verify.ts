import type { Checkpoint } from '../checkpoint/format.ts'
import { type CheckpointTrust, type Cosigned, openCheckpoint } from '../checkpoint/open.ts'
import { decodeEntry } from '../entry/decode.ts'
import type { LedgerEntry } from '../entry/entry.ts'
import { LedgerError } from '../error.ts'
import { leafHash } from '../merkle/hash.ts'
import { verifyInclusion } from '../merkle/inclusion.ts'
import { parseReceipt } from './format.ts'

/** What a receipt proves, or why it proves nothing. */
export type ReceiptVerdict =
  | { ok: true; entry: LedgerEntry; index: number; checkpoint: Checkpoint; cosigned: Cosigned[] }
  | { ok: false; reason: string }

/**
 * Verifies a receipt offline: the checkpoint is the log's, and the entry is at its index under that root. Compare
 * the entry's object, details and outcome with what the receipt is shown for. Never throws.
 */
export function verifyReceipt(text: string, trust: CheckpointTrust): ReceiptVerdict {
  try {
    return judge(text, trust)
  } catch (error) {
    if (error instanceof LedgerError) return { ok: false, reason: error.message }
    throw error
  }
}

function judge(text: string, trust: CheckpointTrust): ReceiptVerdict {
  const { entryBytes, index, proof, note } = parseReceipt(text)
  const opened = openCheckpoint(note, trust)
  if (!opened.ok) return opened
  const { checkpoint, cosigned } = opened
  if (!verifyInclusion(leafHash(entryBytes), index, checkpoint.size, proof, checkpoint.root)) {
    return { ok: false, reason: `the entry is not at ${index} in the log of ${checkpoint.size} entries` }
  }
  return { ok: true, entry: decodeEntry(entryBytes), index, checkpoint, cosigned }
}
