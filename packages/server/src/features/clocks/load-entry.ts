import type { ClockEntry } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

type Row = {
  entry_id: string
  kind: ClockEntry['kind']
  party: string
  reference: string | null
  method: string | null
  at: Date
  renews: string | null
  by: string
  recorded_at: Date
  ended_as: 'returned' | 'withdrawn' | null
  ended_because: string | null
  ended_by: string | null
  ended_at: Date | null
}

const read = `
  select e.entry_id, e.kind, e.party, e.reference, e.method, e.at, e.renews, p.name as by, e.recorded_at, e.ended_as,
    e.ended_because, x.name as ended_by, e.ended_at
  from clock_entry e join person p on p.person_id = e.person_id left join person x on x.person_id = e.ended_by
  where e.tip_id = $1 order by e.entry_id`

/** What people recorded on a tip that starts a clock, oldest first, those that ended among them. */
export const readEntries = async (tx: Transaction, tipId: string): Promise<ClockEntry[]> =>
  (await tx.prepared<Row>('clock-entries-read', read, [tipId])).map((row) => ({
    entryId: row.entry_id,
    kind: row.kind,
    party: row.party,
    reference: row.reference,
    method: row.method,
    at: row.at.toISOString(),
    renews: row.renews,
    by: row.by,
    recordedAt: row.recorded_at.toISOString(),
    ended:
      row.ended_at && row.ended_as
        ? {
            as: row.ended_as,
            because: row.ended_because ?? '',
            by: row.ended_by ?? '',
            at: row.ended_at.toISOString(),
          }
        : null,
  }))

export const readEntry = async (
  tx: Transaction,
  tipId: string,
  entryId: string,
): Promise<ClockEntry | undefined> =>
  (await readEntries(tx, tipId)).find((entry) => entry.entryId === entryId)
