import type { ClockWarning, Evidence, Report } from '@opentipline/contract'
import { addressScope } from '../identifiers/addressScope.ts'
import { type CaptureSeen, type LogWindowEntry, windowFor } from './log-window.ts'

/** Places that one warning points at; more would be no help. */
const evidenceMax = 20

const at = (seen: readonly CaptureSeen[]): Evidence[] =>
  seen.slice(0, evidenceMax).map((each) => ({ from: 'report', ref: each.at.path }))

const addresses = (seen: readonly CaptureSeen[]): string => {
  const distinct = [...new Set(seen.map((each) => each.at.capture.ipAddress))]
  const shown = distinct.slice(0, 3).join(', ')
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown
}

const isShared = (seen: CaptureSeen): boolean =>
  seen.network?.sharing === 'many subscribers' ||
  (seen.address !== undefined && addressScope(seen.address) === 'carrier')

const hasNoPort = (seen: CaptureSeen): boolean => !seen.at.capture.port

/** What stands in the way of measuring or resolving what a report states. Pure; none of them is a clock. */
export const clockWarnings = (
  report: Report,
  seen: readonly CaptureSeen[],
  entries: readonly LogWindowEntry[],
): ClockWarning[] => [
  ...portWarnings(seen),
  ...timeWarnings(seen),
  ...detectionWarning(report),
  ...tableWarnings(seen, entries),
]

const portWarnings = (seen: readonly CaptureSeen[]): ClockWarning[] => {
  const shared = seen.filter((each) => hasNoPort(each) && isShared(each))
  const unknown = seen.filter(
    (each) =>
      hasNoPort(each) &&
      !isShared(each) &&
      (each.network === undefined || each.network.sharing === 'unknown'),
  )
  return [
    ...warn(shared, {
      kind: 'port missing',
      says: `Many subscribers share ${addresses(shared)} at once, and no source port is stated: the operator may not be able to tell whose it was.`,
      act: 'Ask the provider for the source port and the exact second it already holds.',
    }),
    ...warn(unknown, {
      kind: 'sharing unknown',
      says: `It is not known whether several subscribers share ${addresses(unknown)}, and no source port is stated.`,
      act: 'Look up the operator, or ask the provider for the source port it already holds.',
    }),
  ]
}

const warn = (seen: readonly CaptureSeen[], warning: Omit<ClockWarning, 'evidence'>): ClockWarning[] =>
  seen.length === 0 ? [] : [{ ...warning, evidence: at(seen) }]

const timeWarnings = (seen: readonly CaptureSeen[]): ClockWarning[] => {
  const inexact = seen.filter((each) => each.time?.precision !== 'second')
  return warn(inexact, {
    kind: 'time not exact',
    says: `${addresses(inexact)} is stated without a time to the second and its zone. No log can be asked for by it alone, and no window is computed where the time cannot be read.`,
    act: 'Ask the provider for the exact time, with its zone, that it already holds.',
  })
}

const detectionWarning = ({ incident }: Report): ClockWarning[] =>
  incident.at === undefined
    ? []
    : [
        {
          kind: 'detection time',
          says:
            incident.atDescription === undefined
              ? `The incident’s time (${incident.at}) may be when it was detected and not when it was done; the provider does not say which. No window is computed from it.`
              : `The incident’s time (${incident.at}) may be when it was detected and not when it was done. The provider says of it: “${incident.atDescription}”. No window is computed from it.`,
          act: 'Use the times of the addresses, or ask the provider what the incident’s time means.',
          evidence: [{ from: 'report', ref: '/incident/at' }],
        },
      ]

const tableWarnings = (seen: readonly CaptureSeen[], entries: readonly LogWindowEntry[]): ClockWarning[] => {
  const timed = seen.filter((each) => each.time !== undefined)
  if (timed.length === 0) return []
  if (entries.length === 0)
    return warn(timed, {
      kind: 'table empty',
      says: 'Your agency’s log-window table is empty: how long the operators of these addresses keep their logs is not known here.',
      act: 'Enter what you know of an operator, with its source and date.',
    })
  const silent = timed.filter((each) => windowFor(entries, each) === undefined)
  return warn(silent, {
    kind: 'table silent',
    says: `Your agency’s log-window table says nothing of ${addresses(silent)} at its time${operatorsOf(silent)}: how long the log is kept is not known here.`,
    act: 'Enter what you know of the operator, with its source and date.',
  })
}

const operatorsOf = (seen: readonly CaptureSeen[]): string => {
  const known = [...new Set(seen.flatMap(({ network }) => (network?.operator ? [network.operator] : [])))]
  return known.length === 0 ? '' : ` (${known.slice(0, 3).join(', ')})`
}
