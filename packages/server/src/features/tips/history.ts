import type { HistoryEntry } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

/** Entries of one tip's history shown at most; the auditor's page has them all. */
const historyEntriesMax = 200

const words: Record<string, string> = {
  'tip.read': 'read the tip',
  'tip.amendments-read': 'looked at what changed',
  'tip.decided': 'decided',
  'tip.decision-undone': 'took the decision back',
  'tip.reopened': 'reopened the tip',
  'tip.countersigned': 'agreed to the decision as the second person',
  'tip.countersign-refused': 'refused the decision as the second person',
  'tip.referral-offered': 'offered the tip to another agency',
  'tip.referral-accepted': 'accepted the tip from another agency',
  'tip.referral-returned': 'returned the tip to the agency it came from',
  'tip.referral-withdrawn': 'withdrew the offer to another agency',
  'tip.lease-taken': 'took the tip to work on it',
  'tip.lease-taken-over': 'took the tip over from a colleague',
  'tip.lease-renewed': 'went on working on the tip',
  'tip.lease-released': 'left the tip',
  'sample.judged': 'recorded a re-reading of it for a sample',
  'tip.assigned': 'said whose the tip is',
  'tip.unassigned': 'said that the tip is nobody’s',
  'tip.noted': 'wrote a note',
  'document.read': 'read a raw source',
  'file.authority-recorded': 'recorded an authority to open a file',
  'file.authority-withdrawn': 'withdrew an authority to open a file',
  'file.opened': 'opened a file',
  'file.open-refused': 'was refused the opening of a file',
  'file.read': 'was given the bytes of a file',
  'report.exported': 'exported the report',
}
const arrivals: Record<string, string> = {
  routing: 'was made available by routing',
  referral: 'was referred by another agency',
  import: 'was imported',
  'by hand': 'was made available by the clearinghouse by hand',
}

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
      .limit(historyEntriesMax),
  )
  const acts = rows.map((row) => ({
    at: row.at.toISOString(),
    who: row.name ?? row.actor,
    what: words[row.action] ?? row.action,
  }))
  return [...acts, { at: availableAt.toISOString(), who: 'OpenTipline', what: arrivals[via] ?? via }]
}
