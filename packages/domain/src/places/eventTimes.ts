import type { Report } from '@opentipline/contract'
import { type NormalTime, normalTime } from '../identifiers/normalTime.ts'
import { capturesOf } from '../identifiers/occurrences.ts'
import { providerExtraction } from '../text/providers/providerExtraction.ts'

/** A moment that a report gives for something that happened. `time` is absent where it names no instant. */
export type EventTime = {
  readonly what: 'incident' | 'upload' | 'capture' | 'login' | 'sent'
  /** JSON pointer of what happened, and of the words the time was read from. */
  readonly about: string
  readonly path: string
  readonly given: string
  readonly basis: 'stated' | 'derived'
  readonly time: NormalTime | undefined
}

const moment = (
  what: EventTime['what'],
  about: string,
  path: string,
  given: string | undefined,
): Omit<EventTime, 'basis'>[] =>
  given === undefined ? [] : [{ what, about, path, given, time: normalTime(given) }]

/**
 * Every moment a report gives: the incident's (which may be that of detection), uploads, captures, and those that a
 * provider puts elsewhere (derived). Pure, total.
 */
export function eventTimesOf(report: Report): EventTime[] {
  const stated = [
    ...moment('incident', '/incident', '/incident/at', report.incident.at),
    ...report.files.flatMap((file, i) =>
      moment('upload', `/files/${i}`, `/files/${i}/uploadedAt`, file.uploadedAt),
    ),
    ...capturesOf(report).flatMap(({ path, capture }) => moment('capture', path, `${path}/at`, capture.at)),
  ]
  const derived = providerExtraction(report).times.flatMap(({ what, about, path, given }) =>
    moment(what, about, path, given),
  )
  return [
    ...stated.map((entry) => ({ ...entry, basis: 'stated' as const })),
    ...derived.map((entry) => ({ ...entry, basis: 'derived' as const })),
  ]
}
