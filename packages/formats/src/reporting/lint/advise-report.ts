import type { IpCapture, Party, Report } from '@opentipline/contract'
import { type AdviceText, advice } from './advice.ts'

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

const narrative = (report: Report): AdviceText[] => {
  const told = [
    report.incident.atDescription,
    report.incident.escalateToHighPriority,
    ...report.additionalInfo,
  ]
  const details = report.internetDetails.flatMap((detail) => [detail.content, ...detail.additionalInfo])
  if ([...told, ...details].some((text) => !blank(text))) return []
  return [
    advice(
      'incident-description',
      '/report/additionalInfo',
      'No description of the incident is stated',
      'write in plain words what happened and why you report it',
      'Without one, reports that differ look alike',
    ),
  ]
}

const timeMeaning = (report: Report): AdviceText[] =>
  blank(report.incident.atDescription)
    ? [
        advice(
          'incident-time-meaning',
          '/report/incidentSummary/incidentDateTimeDescription',
          'It is not stated what the incident time is the time of',
          'say whether it is the event, the upload or your detection',
          'A detection time leads to the wrong connection record at a network operator',
        ),
      ]
    : []

/** A time that is midnight to the second is nearly always a date that was padded. */
const midnight = /T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/
const exactTime = (report: Report): AdviceText[] =>
  midnight.test(report.incident.at ?? '')
    ? [
        advice(
          'incident-time-exact',
          '/report/incidentSummary/incidentDateTime',
          'The incident time is midnight to the second, which looks like a date without a time',
          'state the exact time with its offset',
          'A network operator finds a subscriber only by the exact time',
        ),
      ]
    : []

const where = (report: Report): AdviceText[] =>
  report.internetDetails.length > 0 || report.batchedReason !== undefined
    ? []
    : [
        advice(
          'internet-details',
          '/report/internetDetails',
          'It is not stated where the incident took place (page, chat, e-mail, game, ...)',
          'add an internetDetails of its kind',
          'It tells an officer which records exist',
        ),
      ]

const base = '/report/personOrUserReported'
const noPerson = advice(
  'reported-person',
  base,
  'No reported person or user is stated',
  'add the account and what you know of its user',
  'Without a subject there is nobody to identify',
)

const accountAdvice = (party: Party): AdviceText[] =>
  [party.espIdentifier, party.screenName].every(blank)
    ? [
        advice(
          'account-identifier',
          `${base}/espIdentifier`,
          'The reported account has neither your identifier nor a screen name',
          'state the identifier that a legal process to you should name',
          'Legal process has to name the account',
        ),
      ]
    : []

const contactAdvice = (party: Party): AdviceText[] => {
  const person = party.person
  if (person && person.emails.length + person.phones.length > 0) return []
  return [
    advice(
      'contact-identifier',
      `${base}/personOrUserReportedPerson`,
      'No e-mail address or phone number of the reported user is stated',
      'add those on the account, with their verification dates',
      'They link reports of different providers to one person',
    ),
  ]
}

const without = (captures: IpCapture[], test: (capture: IpCapture) => boolean): boolean => captures.some(test)

const captureAdvice = (captures: IpCapture[]): AdviceText[] => {
  const at = `${base}/ipCaptureEvent`
  if (captures.length === 0) {
    const lacks = 'No network address of the reported user is stated'
    const then = 'add each with its exact time and source port'
    return [advice('ip-capture', at, lacks, then, 'It is the usual way from an account to a place')]
  }
  return [
    without(captures, (capture) => capture.at === undefined) &&
      advice(
        'ip-time',
        `${at}/dateTime`,
        'A network address is stated without the time it was used',
        'state the exact time with its offset',
        'An address without a time names no subscriber',
      ),
    without(captures, (capture) => capture.port === undefined) &&
      advice(
        'ip-port',
        `${at}/port`,
        'A network address is stated without the source port',
        'state the source port of the connection',
        'Where operators share one address among many, only the port tells them apart',
      ),
    without(captures, (capture) => blank(capture.eventName)) &&
      advice(
        'ip-event',
        `${at}/eventName`,
        'A network address is stated without what was done from it',
        'state the event (Login, Registration, Upload, ...)',
        'The address of the upload weighs more than that of an old login',
      ),
  ].filter((entry) => entry !== false)
}

const reportedAdvice = (report: Report): AdviceText[] => {
  const reported = report.parties.filter((party) => party.role === 'reported')
  const [first] = reported
  if (!first) return [noPerson]
  // A person in a batched report may hold an identifier and nothing else.
  if (report.batchedReason !== undefined) return accountAdvice(first)
  const captures = reported.flatMap((party) => party.ipCaptures)
  return [...accountAdvice(first), ...contactAdvice(first), ...captureAdvice(captures)]
}

/** What an agency would need and the report does not state. Never a ground for refusal. */
export const adviseOnReport = (report: Report): AdviceText[] => [
  ...(report.batchedReason === undefined ? narrative(report) : []),
  ...timeMeaning(report),
  ...exactTime(report),
  ...where(report),
  ...reportedAdvice(report),
]
