import type { SignerKey } from '../note/key.ts'
import { signNote } from '../note/sign.ts'
import { type Checkpoint, formatCheckpoint } from './format.ts'

/**
 * Signs a checkpoint. The caller has to know that it is consistent with every one signed before: a log that signs
 * two that are not has forked, and whoever holds both can prove it. Throws `LedgerError`.
 */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly SignerKey[]): string {
  return signNote(formatCheckpoint(checkpoint), signers)
}
