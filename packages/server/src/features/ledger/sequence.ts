import { leafHash } from '@opentipline/ledger'
import type { Services } from '../../platform/services.ts'

/** Entries put into the tree at once. */
const sequencedMax = 5_000
/** One sequencer at a time, in however many processes; the number is arbitrary and ours alone. */
const sequencerLock = 7_415_002

/**
 * Gives waiting entries their place in the tree. An entry waits by its own row, not by a number it must exceed: one
 * that commits late is placed later, and none is ever passed over (invariant 2).
 */
export const sequenceLedger = (services: Pick<Services, 'database'>): Promise<number> =>
  services.database.transaction({ role: 'tipline_ledger', kind: 'sequencer' }, async (tx) => {
    const [lock] = await tx.prepared<{ held: boolean }>(
      'ledger-lock',
      'select pg_try_advisory_xact_lock($1) as held',
      [sequencerLock],
    )
    if (!lock?.held) return 0
    const entries = await tx.prepared<{ entry_id: string; canonical: Buffer }>(
      'ledger-take',
      `with taken as (delete from ledger_pending where entry_id in (select entry_id from ledger_pending limit $1) returning entry_id)
       select e.entry_id, e.canonical from taken join ledger_entry e using (entry_id) order by e.at, e.entry_id`,
      [sequencedMax],
    )
    if (entries.length === 0) return 0
    const [last] = await tx.prepared<{ size: string }>(
      'ledger-size',
      'select coalesce(max(leaf_index) + 1, 0) as size from ledger_leaf',
      [],
    )
    const first = Number(last?.size ?? 0)
    await tx.prepared(
      'ledger-place',
      'insert into ledger_leaf (leaf_index, entry_id, leaf_hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])',
      [
        entries.map((_, offset) => first + offset),
        entries.map((entry) => entry.entry_id),
        entries.map((entry) => Buffer.from(leafHash(entry.canonical))),
      ],
    )
    return entries.length
  })
