import { type QueryOf, type SheetLanguage, type StatisticsView } from '@opentipline/contract'
import type { Sheet } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { columnsOf, printSheet, type Session, wordsOfSheets } from '../../http/index.ts'
import { record } from '../ledger/index.ts'
import type { Period } from '../outcomes/index.ts'
import { countStatistics } from './read.ts'
import { reasonWords } from './reason-words.ts'

type Row = Sheet['rows'][number]
type Counts = readonly { what: string; count: number }[]
type Words = ReturnType<typeof wordsOfSheets>

/** Counts of one part; what a report did not state is a line of its own, as on the page. */
const counted = (words: Words, part: string, unit: string, counts: Counts): Row[] =>
  counts.map(({ what, count }) => [part, what === '' ? words.statistics.lines.notStated : what, count, unit])

/** A ten-thousandth of an hour is less than a second. */
const rounded = (hours: number | null): number | null =>
  hours === null ? null : Math.round(hours * 1e4) / 1e4

const timeRows = ({ statistics: { parts, lines, units }, codes }: Words, { times }: StatisticsView): Row[] =>
  times.flatMap(({ measure, n, notYet, medianHours, p90Hours }): Row[] => {
    const { name } = codes.measures[measure]
    return [
      [parts.times, `${name}: ${lines.median}`, rounded(medianHours), units.hours],
      [parts.times, `${name}: ${lines.p90}`, rounded(p90Hours), units.hours],
      [parts.times, `${name}: ${lines.measured}`, n, units.tips],
      [parts.times, `${name}: ${lines.notYet}`, notYet, units.tips],
    ]
  })

const decidedRows = (
  words: Words,
  language: SheetLanguage | undefined,
  decided: NonNullable<StatisticsView['decided']>,
): Row[] => {
  const { statistics, codes } = words
  const { parts, lines, units } = statistics
  const kinds: Record<string, string> = codes.decisions
  return [
    ...counted(
      words,
      parts.decisions,
      units.decisions,
      decided.decisions.map(({ what, count }) => ({ what: kinds[what] ?? what, count })),
    ),
    [parts.decisions, lines.undecided, decided.undecided, units.tips],
    ...counted(
      words,
      parts.declined,
      units.decisions,
      decided.declinedBecause.map(({ what, count }) => ({
        what: reasonWords('decline', what, language),
        count,
      })),
    ),
    [parts.outcomes, lines.given, decided.outcomes.given, units.outcomes],
    [parts.outcomes, lines.noneGiven, decided.outcomes.noneGiven, units.tips],
    ...counted(
      words,
      parts.outcomes,
      units.outcomes,
      decided.outcomes.byResult.map(({ result, count }) => ({ what: codes.results[result], count })),
    ),
  ]
}

const volumeRows = (words: Words, view: StatisticsView): Row[] => {
  const { parts, lines, units } = words.statistics
  const tips = (part: string, counts: Counts): Row[] => counted(words, part, units.tips, counts)
  return [
    [parts.available, lines.all, view.total, units.tips],
    ...tips(
      parts.byMonth,
      view.byMonth.map(({ month, count }) => ({ what: month, count })),
    ),
    ...tips(parts.byKind, view.byIncident),
    ...tips(parts.byProvider, view.byProvider),
    ...tips(
      parts.byLabel,
      view.byLabel.map(({ what, count }) => ({ what: words.codes.labels[what] ?? what, count })),
    ),
    ...tips(
      parts.byCounty,
      view.byCounty.map(({ state, fips, county, count }) => ({ what: `${state} ${fips} ${county}`, count })),
    ),
    [parts.byCounty, lines.noCounty, view.withoutCounty, units.tips],
  ]
}

/** Every number of the page as a line, before them which period it is, and after them what the counts cannot say. */
const statisticsRows = (words: Words, language: SheetLanguage | undefined, view: StatisticsView): Row[] => {
  const { parts, lines, units } = words.statistics
  return [
    [parts.period, lines.from, view.from, units.day],
    [parts.period, lines.before, view.to, units.day],
    [parts.period, lines.countedAt, new Date(view.asOf), 'UTC'],
    ...volumeRows(words, view),
    ...(view.decided ? decidedRows(words, language, view.decided) : []),
    ...timeRows(words, view),
    ...view.ledger.flatMap(({ what, fromLedger, fromTables }): Row[] => [
      [parts.ledger, `${words.codes.ledgerWhat[what]}: ${lines.byLedger}`, fromLedger, units.entries],
      [parts.ledger, `${words.codes.ledgerWhat[what]}: ${lines.byTables}`, fromTables, units.rows],
    ]),
    ...view.caveats.map((caveat): Row => [parts.caveats, words.codes.caveats[caveat], null, '']),
  ]
}

/** The statistics of a period for a spreadsheet: counts and no report. Logged with its period. */
export const exportStatistics = async (
  tx: Transaction,
  session: Session,
  { format, language }: QueryOf<'exportStatistics'>,
  period: Period,
  now: Date,
): Promise<Uint8Array> => {
  const view = await countStatistics(tx, session, period, now)
  await record(tx, now, {
    action: 'statistics.exported',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { format, from: period.from, to: period.to },
  })
  const words = wordsOfSheets(language)
  const { name, columns } = words.statistics
  const sheet: Sheet = {
    name,
    columns: columnsOf(columns, [
      ['part', 30],
      ['what', 50],
      ['number', 12],
      ['unit', 12],
    ]),
    rows: statisticsRows(words, language, view),
  }
  return printSheet(sheet, format)
}
