import type { ClockView, ClockWarning, Finding, Report } from '@opentipline/contract'
import {
  type AgencyTimeRule,
  agencyTimeClocks,
  holdClocks,
  type WarrantReturn,
  warrantClocks,
} from './agency-clocks.ts'
import { capturesSeen, type LogWindowEntry, logWindowClocks } from './log-window.ts'
import { type Letter, preservationClocks } from './preservation.ts'
import { providerHold } from './provider-hold.ts'
import { clockWarnings } from './warnings.ts'

/** What the clocks of one tip are made of. All times are given; nothing here reads the clock on the wall. */
export type ClockFacts = {
  readonly report: Report
  readonly findings: readonly Finding[]
  /** When the submission was finished here; null where that is not known here, as for an import. */
  readonly finishedAt: Date | null
  readonly tip: {
    readonly isOpen: boolean
    readonly heldUntil: Date | null
    readonly availableAt: Date
    readonly band: string
  }
  readonly letters: readonly Letter[]
  readonly warrants: readonly WarrantReturn[]
  readonly windows: readonly LogWindowEntry[]
  readonly times: readonly AgencyTimeRule[]
}

/** Every clock of a tip, what ends first first. Pure; a clock that is past is among them. */
export const clocksOf = (facts: ClockFacts): ClockView[] =>
  [
    ...holdOf(facts),
    ...preservationClocks(facts.letters),
    ...logWindowClocks(capturesSeen(facts.report, facts.findings), facts.windows),
    ...warrantClocks(facts.warrants),
    ...holdClocks(facts.tip.heldUntil),
    ...agencyTimeClocks(facts.times, facts.tip),
  ].toSorted((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key))

/** What warns about a tip's times and addresses. */
export const warningsOf = ({ report, findings, windows }: ClockFacts): ClockWarning[] =>
  clockWarnings(report, capturesSeen(report, findings), windows)

/** The clock that ends next after a moment, or undefined when none is still to come. */
export const nextClock = (clocks: readonly ClockView[], now: Date): ClockView | undefined => {
  const after = now.toISOString()
  return clocks.filter(({ at }) => at > after).toSorted((a, b) => a.at.localeCompare(b.at))[0]
}

/** An import tells when the clearinghouse received it, if it tells at all. */
const holdOf = ({ report, finishedAt }: ClockFacts): ClockView[] => {
  if (report.origin.kind === 'reporting-xml') return finishedAt ? [providerHold(finishedAt)] : []
  const stated = Date.parse(report.origin.dateReceived ?? '')
  return Number.isNaN(stated)
    ? []
    : [providerHold(new Date(stated), [{ from: 'report', ref: '/origin/dateReceived' }])]
}
