import { providerHold } from '../clocks/provider-hold.ts'
import { normalTime } from '../identifiers/normalTime.ts'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { inReport, isFalse, isTrue, isUnknown } from './reading.ts'
import { said, subjectCaptures } from './walk.ts'

const dayMs = 86_400_000
/** An act this many days or less before receipt counts as recent. A choice: some operators keep logs about as long. */
const recentDaysMax = 90
/** The provider's hold counts as ending soon from this many days before its end. A choice. */
const holdEndsSoonDays = 30

/** An act of the reported person was at most 90 days before the report was received. */
function recentAct({ report, receivedAt }: Facts): Reading {
  const received = Date.parse(receivedAt ?? report.origin.dateReceived ?? '')
  const stamps = [
    ...subjectCaptures(report).map(({ item, ref }) => ({ at: item.at, ref: `${ref}/at` })),
    { at: report.incident.at, ref: '/incident/at' },
  ].flatMap(({ at, ref }) => {
    const utc = at === undefined ? undefined : normalTime(at)?.utc
    return utc === undefined ? [] : [{ ageDays: (received - Date.parse(utc)) / dayMs, ref }]
  })
  if (Number.isNaN(received) || stamps.length === 0) return isUnknown()
  const recent = stamps.filter(({ ageDays }) => ageDays <= recentDaysMax)
  return recent.length > 0
    ? isTrue(recent.map(({ ref }) => inReport(ref)))
    : isFalse(stamps.map(({ ref }) => inReport(ref)))
}

/** The provider's hold under 18 U.S.C. 2258A(h) ends within 30 days of the moment asked for. */
function holdEndsSoon({ receivedAt, report, at }: Facts): Reading {
  const received = Date.parse(report.origin.dateReceived ?? receivedAt ?? '')
  const now = Date.parse(at ?? '')
  if (Number.isNaN(received) || Number.isNaN(now)) return isUnknown()
  const end = providerHold(new Date(received)).at
  if (end === undefined) return isUnknown()
  const leftDays = (Date.parse(end) - now) / dayMs
  const evidence = report.origin.dateReceived === undefined ? [] : [inReport('/origin/dateReceived')]
  return leftDays >= 0 && leftDays <= holdEndsSoonDays ? isTrue(evidence) : isFalse(evidence)
}

/** The provider says that it also told a police agency. */
function toldPolice({ report }: Facts): Reading {
  const { lawEnforcement } = report
  return lawEnforcement !== undefined &&
    (said(lawEnforcement.reportedToLe) || said(lawEnforcement.agencyName))
    ? isTrue([inReport('/lawEnforcement')])
    : isUnknown()
}

export const operationsSignals: readonly SignalDefinition[] = [
  {
    name: 'recent act',
    class: 'operations',
    question: `Was an act of the reported person at most ${recentDaysMax} days before receipt?`,
    inputs: 'Times of addresses and of the incident; the time of receipt',
    unknownWhen: 'No act has an exact time, or the time of receipt is not given.',
    source: 'Survey of ICAC investigators 2009 (evidence lost with time)',
    act: 'Ask the provider for the time of the act',
    providerAdvice: 'Give the time of the upload or message to the second, with its zone',
    read: recentAct,
  },
  {
    name: 'provider hold ends soon',
    class: 'operations',
    question: `Does the provider's hold end within ${holdEndsSoonDays} days?`,
    inputs: 'The time at which the provider submitted the report, and the moment for which it is asked',
    unknownWhen: 'The time of receipt or the moment asked for is not given.',
    source: '18 U.S.C. 2258A(h)',
    act: 'Look up when the provider submitted the report',
    read: holdEndsSoon,
  },
  {
    name: 'told another agency',
    class: 'operations',
    question: 'Did the provider also tell a police agency?',
    inputs: 'lawEnforcement of the report',
    unknownWhen: 'No agency is named.',
    source: 'Reporting API, lawEnforcement',
    act: 'Ask the provider, or check deconfliction records',
    providerAdvice: 'Name the agency and its case number where you were already in touch',
    read: toldPolice,
  },
  {
    name: 'another agency active',
    class: 'operations',
    question: 'Is another agency already working on it?',
    inputs: 'What an officer records about it at the desk',
    unknownWhen: 'No officer has recorded a deconfliction check.',
    source: 'ICAC Standards, common database; RISSafe',
    act: 'Run a deconfliction check and record its result',
    read: () => isUnknown(),
  },
]
