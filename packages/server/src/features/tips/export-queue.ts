import { exportTipsMax, type QueryOf } from '@opentipline/contract'
import type { CodeNames } from '@opentipline/domain'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { columnsOf, printSheet, Problem, type Session, wordsOfSheets } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { pageQuery } from './list.ts'
import { queueRow, type TipRow } from './row.ts'

const cellsOf = (raw: TipRow, codes: CodeNames): Sheet['rows'][number] => {
  const row = queueRow(raw)
  const clock = row.nextClock?.name
  return [
    row.tipId,
    row.reportId,
    codes.lanes[row.lane],
    codes.states[row.state],
    codes.labels[row.label] ?? row.label,
    row.band,
    row.risk.low,
    row.risk.high,
    row.actionability.low,
    row.actionability.high,
    row.incidentType,
    row.reasons.join('; '),
    row.provider,
    row.place,
    raw.available_at,
    row.incidentAt,
    clock === undefined ? null : (codes.clockNames[clock] ?? clock),
    raw.next_clock_at,
    row.fileCount,
    row.unviewedFileCount,
    row.linkCount,
  ]
}

/**
 * The tips that a filter lets through, or those of a selection, as a list for a spreadsheet: what their rows show, in the
 * order of the queue. Never narrative text or file names. The export is logged with how many it gave out.
 * @throws Problem too-large above `exportTipsMax`
 */
export const exportQueue = async (
  tx: Transaction,
  session: Session,
  { format, language, tips, ...filter }: QueryOf<'exportQueue'>,
  now: Date,
): Promise<Uint8Array> => {
  const chosen = tips?.split(',')
  let query = pageQuery(session, filter)
  if (chosen) query = query.where('tip.tip_id', 'in', chosen)
  const rows: TipRow[] = await tx.rows(query.limit(exportTipsMax + 1))
  if (rows.length > exportTipsMax)
    throw new Problem('too-large', `An export holds ${exportTipsMax} tips at most. Narrow the list first.`)
  await record(tx, now, {
    action: 'queue.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, tips: rows.length },
  })
  const { queue: words, codes } = wordsOfSheets(language)
  const sheet: Sheet = {
    name: words.name,
    columns: columnsOf(words.columns, [
      ['tip', 10],
      ['report', 12],
      ['lane'],
      ['state', 20],
      ['label', 13],
      ['band', 20],
      ['riskLow'],
      ['riskHigh'],
      ['actionabilityLow'],
      ['actionabilityHigh'],
      ['incident', 40],
      ['reasons', 60],
      ['provider', 24],
      ['place', 24],
      ['available', 24],
      ['incidentAt', 24],
      ['clock', 24],
      ['clockAt', 24],
      ['files'],
      ['unviewed'],
      ['joined'],
    ]),
    rows: rows.map((row) => cellsOf(row, codes)),
  }
  return printSheet(sheet, format)
}
