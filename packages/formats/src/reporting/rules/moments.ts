import { earliestZoneMinutes } from '../choices.ts'

const minuteMs = 60_000
const dateTimePattern = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/
const datePattern = /^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/

/** Minutes east of UTC; undefined where the value carries no offset. */
const offsetMinutes = (zone: string | undefined): number | undefined => {
  if (zone === undefined) return undefined
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? -minutes : minutes
}

const utc = (year: string, month: string, day: string, hour: number, minute: number, ms: number): number => {
  const date = new Date(0)
  // setUTCFullYear takes years below 100 as they are, which Date.UTC does not.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(hour, minute, 0, ms)
  return date.getTime()
}

export type Moment = { offset: boolean; epochMs: number }

/** An `xs:dateTime` (already valid): its instant, taken as UTC where it has no offset. NaN beyond what a Date holds. */
export const readMoment = (text: string): Moment | undefined => {
  const match = dateTimePattern.exec(text.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction, zone] = match
  const ms = Number(second) * 1000 + (fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0)
  const offset = offsetMinutes(zone)
  const epochMs = utc(year, month, day, Number(hour), Number(minute), ms) - (offset ?? 0) * minuteMs
  return { offset: offset !== undefined, epochMs }
}

/** The first instant of an `xs:date`: in its own zone, else where the day begins first on earth. */
export const dateBegins = (text: string): number | undefined => {
  const match = datePattern.exec(text.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = '', zone] = match
  return utc(year, month, day, 0, 0, 0) - (offsetMinutes(zone) ?? earliestZoneMinutes) * minuteMs
}
