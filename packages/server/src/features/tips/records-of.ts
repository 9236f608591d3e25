import type { RecordView } from '@opentipline/contract'
import { signalNamed } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

/** What the agency's officers recorded on a tip, oldest first, withdrawn ones included. */
export const readRecords = async (tx: Transaction, tipId: string): Promise<RecordView[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('officer_record as r')
      .innerJoin('person as p', 'p.person_id', 'r.person_id')
      .leftJoin('person as w', 'w.person_id', 'r.withdrawn_by')
      .where('r.tip_id', '=', tipId)
      .select(['r.record_id', 'r.signal', 'r.value', 'r.note', 'p.name as by', 'r.at'])
      .select(['r.withdrawn_at', 'w.name as withdrawn_by', 'r.withdrawn_because'])
      .orderBy('r.record_id'),
  )
  return rows.map((row) => ({
    recordId: row.record_id,
    signal: row.signal,
    says: signalNamed(row.signal)?.question ?? row.signal,
    value: row.value,
    note: row.note,
    by: row.by,
    at: row.at.toISOString(),
    withdrawn:
      row.withdrawn_at && row.withdrawn_by !== null
        ? { by: row.withdrawn_by, at: row.withdrawn_at.toISOString(), because: row.withdrawn_because ?? '' }
        : null,
  }))
}
