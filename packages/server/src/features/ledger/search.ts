import {
  type LedgerEntryView,
  type LedgerFilter,
  type LedgerPage,
  ledgerPageEntriesMax,
} from '@opentipline/contract'
import { decodeEntry } from '@opentipline/ledger'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { ledgerActions } from './actions.ts'
import { newestCheckpoint } from './published.ts'
import { record } from './record.ts'

const pageEntriesDefault = 50

/**
 * A page of the entries that fit, newest first, of those the auditor may read: row security narrows them. What is
 * shown is the entry as it is hashed, not the columns it was found by. The search is itself an entry.
 */
export const searchLedger = async (
  tx: Transaction,
  wish: LedgerFilter & { limit?: number; after?: string },
  now: Date,
): Promise<LedgerPage> => {
  const limit = Math.min(wish.limit ?? pageEntriesDefault, ledgerPageEntriesMax)
  const newest = await newestCheckpoint(tx)
  const rows = await tx.rows(
    fitting(wish)
      .where('s.leaf_index', '<', wish.after === undefined ? endless : readCursor(wish.after))
      .leftJoin('person as p', (join) => join.on(sql<boolean>`'person:' || p.person_id = s.actor`))
      .select(['s.leaf_index', 'e.canonical', 'p.name'])
      .orderBy('s.leaf_index', 'desc')
      .limit(limit + 1),
  )
  await recordSearch(tx, 'ledger.searched', wish, now)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: page.map((row) => viewOf(row, newest?.size ?? 0)),
    ...(rows.length > limit && last ? { next: last.leaf_index } : {}),
    checkpoint: newest ?? null,
    actions: [...ledgerActions],
  }
}

/** Above every index of a log. */
const endless = String(2 ** 48)

const readCursor = (after: string): string => {
  if (/^\d{1,15}$/.test(after)) return after
  throw new Problem('bad-request', 'This is no place to go on from.')
}

/** The entries that fit, as a query to finish: of each its place and what is hashed. */
export const fitting = (wish: LedgerFilter) => {
  let query = q
    .selectFrom('ledger_search as s')
    .innerJoin('ledger_leaf as l', 'l.leaf_index', 's.leaf_index')
    .innerJoin('ledger_entry as e', 'e.entry_id', 'l.entry_id')
  if (wish.person !== undefined) query = query.where('s.actor', '=', `person:${wish.person}`)
  if (wish.objectKind !== undefined) query = query.where('s.object_kind', '=', wish.objectKind)
  if (wish.objectId !== undefined) query = query.where('s.object_id', '=', wish.objectId)
  if (wish.action !== undefined) query = query.where('s.action', '=', wish.action)
  if (wish.from !== undefined) query = query.where('s.at', '>=', instantOf(wish.from, 'from'))
  if (wish.to !== undefined) query = query.where('s.at', '<', instantOf(wish.to, 'to'))
  return query
}

const instantOf = (text: string, name: string): Date => {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()))
    throw new Problem('bad-request', `/query/${name} is no time of the calendar.`)
  return at
}

const viewOf = (
  row: { leaf_index: string; canonical: Buffer; name: string | null },
  signedSize: number,
): LedgerEntryView => {
  const entry = decodeEntry(row.canonical)
  const index = Number(row.leaf_index)
  return { index, ...entry, actor: { ...entry.actor, name: row.name }, signed: index < signedSize }
}

/** Writes down that an auditor looked, and for what. */
export const recordSearch = (
  tx: Transaction,
  action: 'ledger.searched' | 'ledger.exported',
  wish: LedgerFilter,
  now: Date,
): Promise<void> => {
  const { person, objectKind, objectId, action: wanted, from, to } = wish
  const given = Object.entries({ person, objectKind, objectId, action: wanted, from, to })
  const details = Object.fromEntries(
    given.filter((pair): pair is [string, string] => pair[1] !== undefined).map(clean),
  )
  return record(tx, now, { action, object: { kind: 'ledger', id: 'entries' }, details })
}

/** An entry holds no control character; a search for one finds nothing, and is written down without it. */
const clean = ([name, value]: [string, string]): [string, string] => [
  name,
  value.toWellFormed().replaceAll(/\p{Cc}/gu, '\ufffd'),
]
