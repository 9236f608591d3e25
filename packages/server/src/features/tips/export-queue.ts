import { exportTipsMax, type QueryOf } from '@opentipline/contract'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { printSheet, Problem, type Session } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import { pageQuery } from './list.ts'
import { queueRow, type TipRow } from './row.ts'

const columns: Sheet['columns'] = [
  { title: 'Tip', widthCharacters: 10 },
  { title: 'Report', widthCharacters: 12 },
  { title: 'Lane' },
  { title: 'State', widthCharacters: 11 },
  { title: 'Label', widthCharacters: 13 },
  { title: 'Band', widthCharacters: 20 },
  { title: 'Risk, at least' },
  { title: 'Risk, at most' },
  { title: 'Actionability, at least' },
  { title: 'Actionability, at most' },
  { title: 'Kind of incident', widthCharacters: 40 },
  { title: 'Reasons', widthCharacters: 60 },
  { title: 'Provider', widthCharacters: 24 },
  { title: 'Place', widthCharacters: 24 },
  { title: 'Available since (UTC)', widthCharacters: 24 },
  { title: 'Incident, as stated', widthCharacters: 24 },
  { title: 'Next clock', widthCharacters: 24 },
  { title: 'Next clock ends (UTC)', widthCharacters: 24 },
  { title: 'Files' },
  { title: 'Files not stated as viewed' },
  { title: 'Reports joined to it' },
]

const cellsOf = (raw: TipRow): Sheet['rows'][number] => {
  const row = queueRow(raw)
  return [
    row.tipId,
    row.reportId,
    row.lane,
    row.state,
    row.label,
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
    row.nextClock?.name ?? null,
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
  { format, tips, ...filter }: QueryOf<'exportQueue'>,
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
  const sheet: Sheet = { name: 'Queue', columns, rows: rows.map(cellsOf) }
  return printSheet(sheet, format)
}
