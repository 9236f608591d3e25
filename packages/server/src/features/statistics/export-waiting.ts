import { exportTipsMax, type QueryOf } from '@opentipline/contract'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { printSheet, Problem, type Session } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { reasonWords } from './reason-words.ts'
import { waitingRows } from './waiting.ts'

const columns: Sheet['columns'] = [
  { title: 'Tip', widthCharacters: 10 },
  { title: 'Waits for', widthCharacters: 16 },
  { title: 'Since (UTC)', widthCharacters: 24 },
  { title: 'Hours' },
  { title: 'Brought there by', widthCharacters: 24 },
  { title: 'Agency', widthCharacters: 30 },
  { title: 'Until (UTC)', widthCharacters: 24 },
  { title: 'Reasons', widthCharacters: 40 },
  { title: 'Band', widthCharacters: 20 },
  { title: 'Kind of incident', widthCharacters: 40 },
]

/** What waits, for a spreadsheet. Never narrative text. Logged with how many it gave out. @throws Problem too-large */
export const exportWaiting = async (
  tx: Transaction,
  session: Session,
  { format, waits }: QueryOf<'exportWaiting'>,
  now: Date,
): Promise<Uint8Array> => {
  const rows = await waitingRows(tx, session, waits, now, exportTipsMax + 1)
  if (rows.length > exportTipsMax)
    throw new Problem(
      'too-large',
      `An export holds ${exportTipsMax} tips at most. Choose one kind of waiting.`,
    )
  await record(tx, now, {
    action: 'waiting.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, tips: rows.length },
  })
  const sheet: Sheet = {
    name: 'Waiting',
    columns,
    rows: rows.map((row) => [
      row.tipId,
      row.waits,
      new Date(row.since),
      Math.round(row.hours * 10) / 10,
      row.by,
      row.agency,
      row.until ? new Date(row.until) : null,
      row.reasons.map((code) => (row.kind ? reasonWords(row.kind, code) : code)).join('; '),
      row.band,
      row.incidentType,
    ]),
  }
  return printSheet(sheet, format)
}
