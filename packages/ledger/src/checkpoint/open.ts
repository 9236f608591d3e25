import { LedgerError } from '../error.ts'
import type { VerifierKey } from '../note/key.ts'
import { parseNote } from '../note/parse.ts'
import { verifyNote } from '../note/verify.ts'
import { type Checkpoint, parseCheckpoint } from './format.ts'

/** Whom a reader believes: the log by its origin and keys, and how many of which witnesses must have cosigned. */
export type CheckpointTrust = {
  origin: string
  /** The log's keys, old and new while a key is being changed. One of them must have signed. */
  logKeys: readonly VerifierKey[]
  witnesses?: readonly VerifierKey[]
  /** How many of the witnesses must have cosigned. 0 when not given. */
  quorum?: number
}

/** A witness that cosigned, and when, in seconds since 1970. */
export type Cosigned = { witness: string; timeSeconds: number }

/** A checkpoint that may be believed, or why not. */
export type CheckpointVerdict =
  | { ok: true; checkpoint: Checkpoint; cosigned: Cosigned[] }
  | { ok: false; reason: string }

/** Reads and verifies a signed checkpoint. Never throws: text that cannot be read is a reason. */
export function openCheckpoint(note: string, trust: CheckpointTrust): CheckpointVerdict {
  try {
    return judge(note, trust)
  } catch (error) {
    if (error instanceof LedgerError) return { ok: false, reason: error.message }
    throw error
  }
}

function judge(note: string, trust: CheckpointTrust): CheckpointVerdict {
  const parsed = parseNote(note)
  const logKeys = trust.logKeys.filter((key) => key.use === 'note')
  const witnesses = (trust.witnesses ?? []).filter((key) => key.use === 'cosignature')
  const verdict = verifyNote(parsed, [...logKeys, ...witnesses])
  if (!verdict.ok) return verdict
  if (!verdict.signatures.some((good) => logKeys.includes(good.key))) {
    return { ok: false, reason: 'the log itself has not signed' }
  }
  const checkpoint = parseCheckpoint(parsed.text)
  if (checkpoint.origin !== trust.origin)
    return { ok: false, reason: `this is a checkpoint of ${checkpoint.origin}` }
  const cosigned = verdict.signatures.flatMap((good) =>
    good.timeSeconds === null ? [] : [{ witness: good.key.name, timeSeconds: good.timeSeconds }],
  )
  const quorum = trust.quorum ?? 0
  if (cosigned.length < quorum)
    return { ok: false, reason: `${cosigned.length} of ${quorum} witnesses have cosigned` }
  return { ok: true, checkpoint, cosigned }
}
