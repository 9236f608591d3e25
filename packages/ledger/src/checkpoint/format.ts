import { fromBase64, toBase64 } from '../base64.ts'
import { LedgerError } from '../error.ts'
import { HASH_BYTES, LOG_SIZE_MAX } from '../limits.ts'
import type { Hash } from '../merkle/hash.ts'

/** The head of a log: which log, how many entries, the root over them. */
export type Checkpoint = { origin: string; size: number; root: Hash }

/** The text of a checkpoint, three lines (tlog-checkpoint). We write no extension lines. Throws `LedgerError`. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`
  // Written and read by the same rules: what we cannot read back is never signed.
  parseCheckpoint(text)
  return text
}

/**
 * Reads the text of a checkpoint. Extension lines of another log are allowed and dropped. Throws `LedgerError`
 * (`bad-checkpoint`). The text must have been verified before it is believed.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new LedgerError('bad-checkpoint', 'a checkpoint ends in a newline')
  const [origin, size, root] = lines
  if (origin === undefined || size === undefined || root === undefined || lines.includes('')) {
    throw new LedgerError('bad-checkpoint', 'a checkpoint has three or more lines, none of them empty')
  }
  return { origin, size: parseSize(size), root: parseRoot(root) }
}

function parseSize(text: string): number {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text))
    throw new LedgerError('bad-checkpoint', 'the tree size is no whole number')
  const size = Number(text)
  if (size > LOG_SIZE_MAX) throw new LedgerError('bad-checkpoint', 'the tree size is over the limit')
  return size
}

function parseRoot(text: string): Hash {
  const root = fromBase64(text, 'bad-checkpoint', 'the root')
  if (root.length !== HASH_BYTES) throw new LedgerError('bad-checkpoint', 'the root is not 32 bytes')
  return root
}
