import type { ClockFacts } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readFindings } from '../assessments/index.ts'
import { assembleReports } from '../reports/index.ts'

export type ClockTip = {
  tip_id: string
  report_id: string
  agency_id: string
  state: string
  held_until: Date | null
  available_at: Date
  band: string
}

const tipsSql = `select tip_id, report_id, agency_id, state, held_until, available_at, band from tip
  where tip_id = any($1::bigint[]) order by tip_id`

type EntryRow = {
  entry_id: string
  tip_id: string
  kind: string
  party: string
  reference: string | null
  at: Date
  renews: string | null
}
type WindowRow = {
  window_id: string
  agency_id: string
  network: string
  days: number
  source: string
  as_of: string
  from_day: string
  to_day: string | null
}
type TimeRow = {
  time_id: string
  agency_id: string
  name: string
  hours: number
  band: string | null
  authority: string
  from_day: string
  to_day: string | null
}

/** What the clocks of each of these tips are made of, as the actor may see it. */
export const readClockFacts = async (
  tx: Transaction,
  tipIds: readonly string[],
): Promise<{ tip: ClockTip; facts: ClockFacts }[]> => {
  const tips = await tx.prepared<ClockTip>('clock-tips', tipsSql, [tipIds])
  const reportIds = [...new Set(tips.map((tip) => tip.report_id))]
  const heads = new Map((await assembleReports(tx, reportIds)).map((head) => [head.reportId, head]))
  const findings = await readFindings(tx, reportIds)
  const known = await readKnown(
    tx,
    tips.map((tip) => tip.tip_id),
    [...new Set(tips.map((tip) => tip.agency_id))],
  )
  return tips.flatMap((tip) => {
    const head = heads.get(tip.report_id)
    if (!head) return []
    const facts: ClockFacts = {
      report: head.report,
      findings: findings.get(tip.report_id) ?? [],
      finishedAt: head.finishedAt,
      tip: {
        isOpen: tip.state === 'open',
        heldUntil: tip.held_until,
        availableAt: tip.available_at,
        band: tip.band,
      },
      ...known(tip),
    }
    return [{ tip, facts }]
  })
}

/** What people recorded and what the agencies set. */
const readKnown = async (tx: Transaction, tipIds: string[], agencies: string[]) => {
  const entries = await tx.prepared<EntryRow>(
    'clock-entries',
    `select entry_id, tip_id, kind, party, reference, at, renews from clock_entry
     where tip_id = any($1::bigint[]) and ended_at is null order by entry_id`,
    [tipIds],
  )
  const windows = await tx.prepared<WindowRow>(
    'clock-windows',
    `select window_id, agency_id, network, days, source, as_of::text, from_day::text, to_day::text from log_window
     where agency_id = any($1::text[]) order by window_id`,
    [agencies],
  )
  const times = await tx.prepared<TimeRow>(
    'clock-times',
    `select time_id, agency_id, name, hours, band, authority, from_day::text, to_day::text from agency_time
     where agency_id = any($1::text[]) order by time_id`,
    [agencies],
  )
  return ({
    tip_id,
    agency_id,
  }: ClockTip): Pick<ClockFacts, 'letters' | 'warrants' | 'windows' | 'times'> => {
    const own = entries.filter((entry) => entry.tip_id === tip_id)
    return {
      letters: own
        .filter((entry) => entry.kind === 'preservation letter')
        .map((entry) => ({
          entryId: entry.entry_id,
          provider: entry.party,
          sentAt: entry.at,
          renews: entry.renews,
        })),
      warrants: own
        .filter((entry) => entry.kind === 'warrant return')
        .map((entry) => ({
          entryId: entry.entry_id,
          court: entry.party,
          reference: entry.reference,
          dueAt: entry.at,
        })),
      windows: windows
        .filter((each) => each.agency_id === agency_id)
        .map((each) => ({
          windowId: each.window_id,
          network: each.network,
          days: each.days,
          source: each.source,
          asOf: each.as_of,
          from: each.from_day,
          to: each.to_day,
        })),
      times: times
        .filter((each) => each.agency_id === agency_id)
        .map((each) => ({
          timeId: each.time_id,
          name: each.name,
          hours: each.hours,
          band: each.band,
          authority: each.authority,
          from: each.from_day,
          to: each.to_day,
        })),
    }
  }
}
