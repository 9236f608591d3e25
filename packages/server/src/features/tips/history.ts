import type { HistoryEntry } from '@opentipline/contract'
import { tipActsEn, tipArrivalsEn } from '@opentipline/domain'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { LedgerAction } from '../ledger/index.ts'

/** Entries of one tip's history shown at most; the auditor's page has them all. */
const historyEntriesMax = 200

/** Every act of the ledger on a tip has its words, by type; others that are written down about a tip are held by a test. */
const acts: Record<Extract<LedgerAction, `tip.${string}`>, string> & Record<string, string> = tipActsEn
const arrivals: Record<string, string> = tipArrivalsEn

/** What this agency's people did with the tip, newest first, and how it came. Other agencies' acts are not here. */
export const tipHistory = async (
  tx: Transaction,
  tipId: string,
  availableAt: Date,
  via: string,
): Promise<HistoryEntry[]> => {
  const rows = await tx.rows(
    q
      .selectFrom('ledger_entry as e')
      .leftJoin('person as p', (join) => join.on(sql<boolean>`'person:' || p.person_id = e.actor`))
      .where('e.object_kind', '=', 'tip')
      .where('e.object_id', '=', tipId)
      .select(['e.at', 'e.action', 'e.actor', 'p.name'])
      .orderBy('e.at', 'desc')
      .orderBy('e.entry_id', 'desc')
      .limit(historyEntriesMax),
  )
  const done = rows.map((row) => ({
    at: row.at.toISOString(),
    who: row.name ?? row.actor,
    what: acts[row.action] ?? row.action,
  }))
  return [...done, { at: availableAt.toISOString(), who: 'OpenTipline', what: arrivals[via] ?? via }]
}
