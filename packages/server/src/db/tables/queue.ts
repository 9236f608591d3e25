/** The tables of what people remember of the queue, and the columns that narrow it. */
import type { QueueFilter } from '@opentipline/contract'
import type { ColumnType, Generated } from 'kysely'

export type QueueTables = {
  queue_view: {
    view_id: Generated<string>
    agency_id: string
    person_id: string
    name: string
    shared: boolean
    filter: ColumnType<QueueFilter, string, string>
    saved_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  tip_assignment: {
    tip_id: string
    agency_id: string
    person_id: string
    assigned_by: string
    assigned_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  queue_default: { agency_id: string; person_id: string; view_id: string }
}

/** Columns of a tip that the database makes from its summary. */
export type NarrowingColumns = {
  provider_name: ColumnType<string | null, never, never>
  region: ColumnType<string | null, never, never>
  /** The number of the transaction that wrote the row last. */
  changed: ColumnType<string, never, never>
}
