import { readFile } from 'node:fs/promises'
import { type Checkpoint, openCheckpoint, readRoot, signCheckpoint } from '@opentipline/ledger'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { writeDurably } from '../../platform/durable-file.ts'
import type { Services } from '../../platform/services.ts'
import type { LedgerKey, LedgerTrust } from './key.ts'
import { tileReader } from './read-tiles.ts'
import { holdTree, treeSize } from './sequence.ts'

/**
 * Between two checkpoints at least: half of the ten seconds in which a receipt is promised, so that placing the entry
 * and a slow moment fit in as well.
 */
const signPauseMs = 5_000

/** The log no longer contains what was signed before. Nothing more is signed until a person has looked. */
export class LedgerBroken extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'LedgerBroken'
  }
}

/**
 * Signs a checkpoint of the tree as it is committed, when something is new and the last one is old enough. What was
 * signed before must still be in the tree: a smaller or a forked one is never signed.
 * @returns the size signed, or undefined when there was nothing to sign
 * @throws LedgerBroken
 */
export const signLedger = (
  services: Pick<Services, 'database' | 'now' | 'ledgerKey'>,
  options: { pauseMs?: number } = {},
): Promise<number | undefined> =>
  services.database.transaction({ role: 'tipline_ledger', kind: 'sequencer' }, async (tx) => {
    if (!(await holdTree(tx))) return undefined
    const { ledgerKey } = services
    const last = await lastCheckpoint(tx)
    const now = services.now()
    if (last && now.getTime() - last.at.getTime() < (options.pauseMs ?? signPauseMs)) return undefined
    const size = await treeSize(tx)
    const own = await readLastSigned(ledgerKey)
    if (own) await mustContain(tx, size, own)
    if (size === Number(last?.size ?? 0)) return undefined
    if (last) await mustContain(tx, size, asSigned(last, ledgerKey))
    const root = await readRoot(size, tileReader(tx))
    const note = signCheckpoint({ origin: ledgerKey.trust.origin, size, root }, [ledgerKey.signer])
    // Kept before it is given out: whatever happens from here on, this size is never signed with another root.
    await writeDurably(ledgerKey.lastSignedPath, note)
    await tx.rows(
      q
        .insertInto('ledger_checkpoint')
        .values({ size: String(size), root: Buffer.from(root), note, at: now }),
    )
    return size
  })

const lastCheckpoint = (tx: Transaction) =>
  tx.maybe(
    q.selectFrom('ledger_checkpoint').select(['size', 'root', 'note', 'at']).orderBy('size', 'desc').limit(1),
  )

const asSigned = (row: { size: string; root: Buffer; note: string }, key: LedgerKey): Checkpoint => {
  const opened = openCheckpoint(row.note, key.trust)
  if (!opened.ok)
    throw new LedgerBroken(
      `The last checkpoint of the ledger (${row.size} entries) is not by this server's key: ${opened.reason}. Servers on one database share the file keys/ledger.`,
    )
  const { size, root } = opened.checkpoint
  if (size !== Number(row.size) || !row.root.equals(root))
    throw new LedgerBroken(`The row of checkpoint ${row.size} differs from its signed text.`)
  return opened.checkpoint
}

/** The last checkpoint this data folder remembers to have signed, if any. */
const readLastSigned = async (key: LedgerKey): Promise<Checkpoint | undefined> => {
  const note = await readLastSignedNote(key)
  if (note === undefined) return undefined
  const opened = openCheckpoint(note, key.trust)
  if (!opened.ok) throw new LedgerBroken(`${key.lastSignedPath} cannot be believed: ${opened.reason}.`)
  return opened.checkpoint
}

/** Its text. */
export const readLastSignedNote = (key: LedgerTrust): Promise<string | undefined> =>
  readFile(key.lastSignedPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

const mustContain = async (tx: Transaction, size: number, signed: Checkpoint): Promise<void> => {
  if (signed.size > size)
    throw new LedgerBroken(`${signed.size} entries were signed and only ${size} are there.`)
  const root = await readRoot(signed.size, tileReader(tx))
  if (!Buffer.from(root).equals(signed.root))
    throw new LedgerBroken(`The first ${signed.size} entries are not those that were signed.`)
}
