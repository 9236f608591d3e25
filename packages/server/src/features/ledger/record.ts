import type { Transaction } from '../../db/transaction.ts'
import { entryRow, type Happening } from './entry.ts'

const insert = `insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

const insertMany = `insert into ledger_entry (entry_id, at, actor, acting_for, action, object_kind, object_id, canonical)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[])`

/** Writes what happens into the ledger, in the transaction in which it happens (invariant 11). */
export const record = async (tx: Transaction, at: Date, happening: Happening): Promise<void> => {
  await tx.prepared('ledger-record', insert, entryRow(tx.actor, at, happening))
}

/** The same for many at once. */
export const recordAll = async (tx: Transaction, at: Date, happenings: Happening[]): Promise<void> => {
  if (happenings.length === 0) return
  const rows = happenings.map((happening) => entryRow(tx.actor, at, happening))
  const columns = Array.from({ length: 8 }, (_, column) => rows.map((row) => row[column]))
  await tx.prepared('ledger-record-all', insertMany, columns)
}
