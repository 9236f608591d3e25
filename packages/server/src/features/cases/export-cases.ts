import { exportCasesMax, type QueryOf } from '@opentipline/contract'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { columnsOf, printSheet, Problem, type Session, wordsOfSheets } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { caseRow, caseRows } from './rows.ts'

/**
 * The agency's cases in one state for a spreadsheet: what their lines show, and of closed ones who closed them and why. Logged
 * with how many it gave out.
 * @throws Problem too-large above `exportCasesMax`
 */
export const exportCases = async (
  tx: Transaction,
  session: Session,
  { format, language, state = 'open' }: QueryOf<'exportCases'>,
  now: Date,
): Promise<Uint8Array> => {
  const rows = await tx.rows(
    caseRows
      .where('c.agency_id', '=', session.actor.agencyId)
      .where('c.state', '=', state)
      .leftJoin('person as closer', 'closer.person_id', 'c.closed_by')
      .select(['closer.name as closed_by', 'c.closed_at', 'c.closed_because'])
      .orderBy('c.case_id', 'desc')
      .limit(exportCasesMax + 1),
  )
  if (rows.length > exportCasesMax)
    throw new Problem('too-large', `An export holds ${exportCasesMax} cases at most, and there are more.`)
  await record(tx, now, {
    action: 'cases.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, state, cases: rows.length },
  })
  const { cases: words, codes } = wordsOfSheets(language)
  const sheet: Sheet = {
    name: words.name,
    columns: columnsOf(words.columns, [
      ['caseId', 10],
      ['title', 50],
      ['state', 12],
      ['openedBy', 24],
      ['openedAt', 24],
      ['tips'],
      ['openTasks'],
      ['awaited'],
      ['withOutcome'],
      ['closedBy', 24],
      ['closedAt', 24],
      ['closedBecause', 50],
    ]),
    rows: rows.map((row) => {
      const shown = caseRow(row)
      return [
        shown.caseId,
        shown.title,
        codes.caseStates[shown.state],
        shown.openedBy,
        row.opened_at,
        shown.tips,
        shown.openTasks,
        shown.awaited,
        shown.withOutcome,
        row.closed_by,
        row.closed_at,
        row.closed_because,
      ]
    }),
  }
  return printSheet(sheet, format)
}
