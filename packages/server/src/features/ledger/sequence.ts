import { leafHash } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { growNodes } from './grow-nodes.ts'

/** Entries put into the tree at once. */
const sequencedMax = 5_000
/** One writer of the tree at a time, in however many processes; the number is arbitrary and ours alone. */
const sequencerLock = 7_415_002

/** Whether this transaction is the tree's one writer until it ends. */
export const holdTree = async (tx: Transaction): Promise<boolean> => {
  const [lock] = await tx.prepared<{ held: boolean }>(
    'ledger-lock',
    'select pg_try_advisory_xact_lock($1) as held',
    [sequencerLock],
  )
  return lock?.held === true
}

/** Runs `work` while nobody writes the tree, and waits for that if need be; keep it short. */
export const withTreeAtRest = async <T>(tx: Transaction, work: () => Promise<T>): Promise<T> => {
  await tx.prepared('ledger-rest', 'select pg_advisory_lock($1)', [sequencerLock])
  try {
    return await work()
  } finally {
    await tx.prepared('ledger-unrest', 'select pg_advisory_unlock($1)', [sequencerLock])
  }
}

/** How many entries have their place. */
export const treeSize = async (tx: Transaction): Promise<number> => {
  const [last] = await tx.prepared<{ size: string }>(
    'ledger-size',
    'select coalesce(max(leaf_index) + 1, 0) as size from ledger_leaf',
    [],
  )
  return Number(last?.size ?? 0)
}

/**
 * Gives waiting entries their place in the tree. An entry waits by its own row, not by a number it must exceed: one
 * that commits late is placed later, and none is ever passed over (invariant 2).
 * @returns how many were placed; call again while there may be more
 */
const sequenceLedger = (services: Pick<Services, 'database'>): Promise<number> =>
  services.database.transaction({ role: 'tipline_ledger', kind: 'sequencer' }, async (tx) => {
    if (!(await holdTree(tx))) return 0
    const entries = await tx.prepared<{ entry_id: string; canonical: Buffer }>(
      'ledger-take',
      `with taken as (delete from ledger_pending where entry_id in (select entry_id from ledger_pending limit $1) returning entry_id)
       select e.entry_id, e.canonical from taken join ledger_entry e using (entry_id) order by e.at, e.entry_id`,
      [sequencedMax],
    )
    if (entries.length === 0) return 0
    const first = await treeSize(tx)
    await tx.prepared(
      'ledger-place',
      'insert into ledger_leaf (leaf_index, entry_id, leaf_hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])',
      [
        entries.map((_, offset) => first + offset),
        entries.map((entry) => entry.entry_id),
        entries.map((entry) => Buffer.from(leafHash(entry.canonical))),
      ],
    )
    await growSearch(tx)
    await growNodes(tx, first + entries.length)
    return entries.length
  })

/** Sequences until nothing waits that was waiting at the start. */
export const sequenceAll = async (services: Pick<Services, 'database'>): Promise<void> => {
  while ((await sequenceLedger(services)) === sequencedMax);
}

/** Makes what was placed findable: the columns of each entry that an auditor searches by. */
const growSearch = (tx: Transaction): Promise<unknown> =>
  tx.prepared(
    'ledger-search-add',
    `insert into ledger_search (leaf_index, at, actor, acting_for, action, object_kind, object_id)
     select l.leaf_index, e.at, e.actor, e.acting_for, e.action, e.object_kind, e.object_id
     from ledger_leaf l join ledger_entry e using (entry_id)
     where l.leaf_index >= (select coalesce(max(leaf_index) + 1, 0) from ledger_search)`,
    [],
  )
