import { exportTipsMax, type QueryOf } from '@opentipline/contract'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { columnsOf, printSheet, Problem, type Session, wordsOfSheets } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { reasonWords } from './reason-words.ts'
import { waitingRows } from './waiting.ts'

/** What waits, for a spreadsheet. Never narrative text. Logged with how many it gave out. @throws Problem too-large */
export const exportWaiting = async (
  tx: Transaction,
  session: Session,
  { format, language, waits }: QueryOf<'exportWaiting'>,
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
  const { waiting: words, codes } = wordsOfSheets(language)
  const sheet: Sheet = {
    name: words.name,
    columns: columnsOf(words.columns, [
      ['tip', 10],
      ['waits', 28],
      ['since', 24],
      ['hours'],
      ['by', 24],
      ['agency', 30],
      ['until', 24],
      ['reasons', 40],
      ['band', 20],
      ['incident', 40],
    ]),
    rows: rows.map((row) => [
      row.tipId,
      codes.waits[row.waits],
      new Date(row.since),
      Math.round(row.hours * 10) / 10,
      row.by,
      row.agency,
      row.until ? new Date(row.until) : null,
      row.reasons.map((code) => (row.kind ? reasonWords(row.kind, code, language) : code)).join('; '),
      row.band,
      row.incidentType,
    ]),
  }
  return printSheet(sheet, format)
}
