/**
 * Keeps the columns of the queues that people look at, and brings them up to date by what changed. A read of them goes through
 * the reader's own transaction: what changed is read under row security, and a reader whom row security shows nothing gets nothing.
 */
import { signalRegistry } from '@opentipline/domain'
import { signalKey } from '../../db/signal-values.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { type ColumnTip, emptyColumns, putTip, type QueueColumns } from './queue-columns.ts'

/** Tips kept in memory at most, over all agencies: about 60 MB. The queue that was looked at longest ago leaves first. */
const tipsKeptMax = 1_000_000
/** Columns are made anew once a day, so that nothing that was ever wrong in them stays. */
const columnsAgeMaxMs = 86_400_000

/** The columns of the acting agency, and the moment (ms since 1970, of the database) at which they are so. */
export type KeptQueue = { columns: QueueColumns; at: number }
export type KeptColumns = { read: (tx: Transaction, session: Session) => Promise<KeptQueue> }

type Kept = { columns: QueueColumns; madeAt: number; xmin: string | null; busy: Promise<unknown> }

export const keepColumns = (tipsMax = tipsKeptMax): KeptColumns => {
  /** By agency, the longest unused first. */
  const kept = new Map<string, Kept>()
  const forgetBeyond = (agencyId: string): void => {
    let tips = [...kept.values()].reduce((sum, each) => sum + each.columns.tips, 0)
    for (const [other, { columns }] of kept) {
      if (tips <= tipsMax) return
      if (other === agencyId) continue
      kept.delete(other)
      tips -= columns.tips
    }
  }
  return {
    read: async (tx, session) => {
      const { agencyId } = session.actor
      const look = await lookOf(tx, agencyId)
      if (!look.sees) return { columns: emptyColumns(0), at: look.at }
      const known = kept.get(agencyId)
      const entry: Kept =
        known && look.at - known.madeAt < columnsAgeMaxMs
          ? known
          : { columns: emptyColumns(), madeAt: look.at, xmin: null, busy: Promise.resolve() }
      kept.delete(agencyId)
      kept.set(agencyId, entry)
      // One after the other: an older look must not put back what a newer one has seen.
      const mine = entry.busy.then(() => bringUpToDate(tx, agencyId, entry))
      entry.busy = mine.catch(() => undefined)
      await mine
      forgetBeyond(agencyId)
      return { columns: entry.columns, at: look.at }
    },
  }
}

type Look = { at: number; sees: boolean }
const lookOf = async (tx: Transaction, agencyId: string): Promise<Look> => {
  const [look] = await tx.prepared<Look>(
    'queue-look',
    `select (extract(epoch from now()) * 1000)::float8 as at,
       ($1 = any(app_agencies()) or app_is_clearinghouse()) as sees`,
    [agencyId],
  )
  if (!look) throw new Error('the database told no time')
  return look
}

const columnsSql = `tip_id::text, withdrawn_at is not null, (extract(epoch from available_at) * 1000)::float8,
  (extract(epoch from held_until) * 1000)::float8, (extract(epoch from next_clock_at) * 1000)::float8, revision, state, lane, band,
  provider_name, region, label, risk_low::float8, act_low::float8,
  case when signal_key = $2 and length(signal_values) = $3 then signal_values end`
const wholeSql = `select ${columnsSql} from tip where agency_id = $1`
/**
 * A number from a database that this one was restored from may be above all of this one's: such rows came with the whole queue,
 * and are left out here until they change.
 */
const changesSql = `${wholeSql} and changed >= $4::xid8 and changed < pg_snapshot_xmax(pg_current_snapshot())`

const bringUpToDate = async (tx: Transaction, agencyId: string, entry: Kept): Promise<void> => {
  // Taken before the rows: what commits between the two is read again next time, and never missed.
  const [snapshot] = await tx.prepared<{ xmin: string }>(
    'queue-snapshot',
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    [],
  )
  const values = [agencyId, signalKey, signalRegistry.length]
  const { rows } = await tx.client.query<Row>(
    entry.xmin === null
      ? { name: 'queue-whole', text: wholeSql, values, rowMode: 'array' }
      : { name: 'queue-changes', text: changesSql, values: [...values, entry.xmin], rowMode: 'array' },
  )
  for (const row of rows) putTip(entry.columns, tipOf(row))
  entry.xmin = snapshot?.xmin ?? null
}

type Row = [
  string,
  boolean,
  number,
  number | null,
  number | null,
  number,
  string,
  string,
  string,
  string | null,
  string | null,
  string,
  number,
  number,
  Buffer | null,
]
const tipOf = (row: Row): ColumnTip => ({
  tipId: Number(row[0]),
  withdrawn: row[1],
  availableAt: row[2],
  heldUntil: row[3],
  nextClockAt: row[4],
  revision: row[5],
  state: row[6],
  lane: row[7],
  band: row[8],
  provider: row[9],
  region: row[10],
  label: row[11],
  riskLow: row[12],
  actionabilityLow: row[13],
  signals: row[14],
})

/** The revision of each tip that the reader has seen. */
export const readSeen = async (tx: Transaction, session: Session): Promise<Map<number, number>> => {
  const rows = await tx.prepared<{ tip_id: string; revision: number }>(
    'queue-seen',
    'select tip_id, revision from tip_seen where person_id = $1 and agency_id = $2',
    [session.personId, session.actor.agencyId],
  )
  return new Map(rows.map((row) => [Number(row.tip_id), row.revision]))
}
