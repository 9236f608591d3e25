import { makeReceipt, proveInclusion } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'
import type { LedgerAction } from './actions.ts'
import type { LedgerKey } from './key.ts'
import { newestCheckpoint } from './published.ts'
import { tileReader } from './read-tiles.ts'

export type ReceiptAnswer =
  | { state: 'ready'; text: string }
  | { state: 'not yet' }
  | { state: 'no such entry' }

const entrySql = `select e.canonical, l.leaf_index from ledger_entry e left join ledger_leaf l using (entry_id)
  where e.object_kind = $1 and e.object_id = $2 and e.action = $3 order by e.at limit 1`

/**
 * The receipt for a finished report: that its `report.finished` entry is in the log, provable offline with our
 * verifier key alone. `not yet` until a checkpoint covers the entry.
 */
export const receiptFor = (tx: Transaction, key: LedgerKey, reportId: string): Promise<ReceiptAnswer> =>
  receiptOf(tx, key, { kind: 'report', id: reportId, action: 'report.finished' })

/** The same for the first entry of any act on one thing. */
export const receiptOf = async (
  tx: Transaction,
  key: LedgerKey,
  of: { kind: string; id: string; action: LedgerAction },
): Promise<ReceiptAnswer> => {
  const [entry] = await tx.prepared<{ canonical: Buffer; leaf_index: string | null }>(
    'ledger-receipt-entry',
    entrySql,
    [of.kind, of.id, of.action],
  )
  if (!entry) return { state: 'no such entry' }
  const newest = await newestCheckpoint(tx)
  const index = Number(entry.leaf_index ?? Number.POSITIVE_INFINITY)
  if (!newest || index >= newest.size) return { state: 'not yet' }
  const proof = await proveInclusion(index, newest.size, tileReader(tx))
  const parts = { entryBytes: entry.canonical, index, proof, note: newest.note }
  return { state: 'ready', text: makeReceipt(parts, key.trust) }
}
