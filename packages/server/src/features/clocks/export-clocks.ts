import { exportClocksMax, type QueryOf } from '@opentipline/contract'
import { clockSentenceEs } from '@opentipline/domain'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { columnsOf, printSheet, Problem, type Session, wordsOfSheets } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { boardRows } from './board.ts'

/**
 * The agency's clocks for a spreadsheet, by the filter of the board and in its order: running ones by what ends next, past ones
 * the latest first. Whose word each is and how far it binds is in its row, as on the page. Logged with how many it gave out.
 * @throws Problem too-large above `exportClocksMax`
 */
export const exportClocks = async (
  tx: Transaction,
  session: Session,
  { format, language, ...filter }: QueryOf<'exportClocks'>,
  now: Date,
): Promise<Uint8Array> => {
  const rows = await boardRows(tx, session, filter, now, exportClocksMax + 1)
  if (rows.length > exportClocksMax)
    throw new Problem(
      'too-large',
      `An export holds ${exportClocksMax} clocks at most. Choose one kind of clock.`,
    )
  await record(tx, now, {
    action: 'clocks.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, clocks: rows.length },
  })
  const { clocks: words, codes } = wordsOfSheets(language)
  const said = language === 'es' ? clockSentenceEs : (text: string): string => text
  const tipStates: Record<string, string> = codes.states
  const sheet: Sheet = {
    name: words.name,
    columns: columnsOf(words.columns, [
      ['tip', 10],
      ['report', 12],
      ['clock', 36],
      ['kind', 24],
      ['what', 14],
      ['at', 24],
      ['force', 16],
      ['citation', 40],
      ['certainty', 14],
      ['says', 60],
      ['source', 40],
      ['provider', 24],
      ['place', 24],
      ['state', 14],
    ]),
    rows: rows.map(({ tip_id, report_id, state, summary, ends_at, body }) => [
      tip_id,
      report_id,
      codes.clockNames[body.name] ?? body.name,
      codes.clockKinds[body.kind] ?? body.kind,
      codes.clockWhats[body.what] ?? body.what,
      ends_at,
      codes.forces[body.force] ?? body.force,
      said(body.citation),
      codes.certainty[body.certainty] ?? body.certainty,
      said(body.says),
      said(body.source),
      summary.provider,
      summary.place,
      tipStates[state] ?? state,
    ]),
  }
  return printSheet(sheet, format)
}
