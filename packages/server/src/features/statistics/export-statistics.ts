import type { QueryOf, StatisticsView } from '@opentipline/contract'
import { printCsv, printXlsx, type Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { Period } from '../outcomes/index.ts'
import { countStatistics } from './read.ts'

const columns: Sheet['columns'] = [
  { title: 'Part', widthCharacters: 30 },
  { title: 'What', widthCharacters: 50 },
  { title: 'Number', widthCharacters: 12 },
  { title: 'Unit', widthCharacters: 12 },
]

type Row = Sheet['rows'][number]
type Counts = readonly { what: string; count: number }[]

/** Counts of one part; what a report did not state is a line of its own, as on the page. */
const counted = (part: string, unit: string, counts: Counts): Row[] =>
  counts.map(({ what, count }) => [part, what === '' ? 'not stated' : what, count, unit])

/** A ten-thousandth of an hour is less than a second. */
const rounded = (hours: number | null): number | null =>
  hours === null ? null : Math.round(hours * 1e4) / 1e4

const timeRows = ({ times }: StatisticsView): Row[] =>
  times.flatMap(({ measure, n, notYet, medianHours, p90Hours }): Row[] => [
    ['Times', `${measure}: median`, rounded(medianHours), 'hours'],
    ['Times', `${measure}: 9 of 10 within`, rounded(p90Hours), 'hours'],
    ['Times', `${measure}: measured`, n, 'tips'],
    ['Times', `${measure}: not ended`, notYet, 'tips'],
  ])

const decidedRows = (decided: NonNullable<StatisticsView['decided']>): Row[] => [
  ...counted('Decisions that stand', 'decisions', decided.decisions),
  ['Decisions that stand', 'not decided', decided.undecided, 'tips'],
  ...counted('Declined because', 'decisions', decided.declinedBecause),
  ['Outcomes', 'given', decided.outcomes.given, 'outcomes'],
  ['Outcomes', 'none given, of those decided', decided.outcomes.noneGiven, 'tips'],
  ...counted(
    'Outcomes',
    'outcomes',
    decided.outcomes.byResult.map(({ result, count }) => ({ what: result, count })),
  ),
]

/** Every number of the page as a line, before them which period it is, and after them what the counts cannot say. */
const statisticsRows = (view: StatisticsView): Row[] => [
  ['Period', 'from (UTC)', view.from, 'day'],
  ['Period', 'before (UTC)', view.to, 'day'],
  ['Period', 'counted at', new Date(view.asOf), 'UTC'],
  ['Made available', 'all', view.total, 'tips'],
  ...counted(
    'By month (UTC)',
    'tips',
    view.byMonth.map(({ month, count }) => ({ what: month, count })),
  ),
  ...counted('By kind', 'tips', view.byIncident),
  ...counted('By provider', 'tips', view.byProvider),
  ...counted('By label', 'tips', view.byLabel),
  ...counted(
    'By county',
    'tips',
    view.byCounty.map(({ state, fips, county, count }) => ({ what: `${state} ${fips} ${county}`, count })),
  ),
  ['By county', 'without a county', view.withoutCounty, 'tips'],
  ...(view.decided ? decidedRows(view.decided) : []),
  ...timeRows(view),
  ...view.ledger.flatMap(({ what, fromLedger, fromTables }): Row[] => [
    ['Counts from the ledger', `${what}: by the ledger`, fromLedger, 'entries'],
    ['Counts from the ledger', `${what}: by the tables`, fromTables, 'rows'],
  ]),
  ...view.caveats.map((caveat): Row => ['Before you quote a number', caveat, null, '']),
]

/** The statistics of a period for a spreadsheet: counts and no report. Logged with its period. */
export const exportStatistics = async (
  tx: Transaction,
  session: Session,
  { format }: QueryOf<'exportStatistics'>,
  period: Period,
  now: Date,
): Promise<Uint8Array> => {
  const view = await countStatistics(tx, session, period, now)
  await record(tx, now, {
    action: 'statistics.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, from: period.from, to: period.to },
  })
  const sheet: Sheet = { name: 'Statistics', columns, rows: statisticsRows(view) }
  return format === 'csv' ? Buffer.from(printCsv(sheet)) : printXlsx(sheet)
}
