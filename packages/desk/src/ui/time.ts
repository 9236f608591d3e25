/** Moments as people read them. The zone is always named. */
import type { Messages } from '../messages/en.ts'
import { chosenZone } from '../platform/preferences.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** The instant of a stated time in milliseconds, or undefined where it has no zone or cannot be read. */
export const instantOf = (stated: string): number | undefined => {
  // A time without a zone is not an instant; reading it as local would be a guess.
  if (!/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(stated.trim())) return undefined
  const at = Date.parse(stated)
  return Number.isNaN(at) ? undefined : at
}

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: string, zone: string | undefined, seconds: boolean): Intl.DateTimeFormat => {
  const key = `${language} ${zone ?? ''} ${seconds}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone ? { timeZone: zone } : {}),
  })
  formats.set(key, made)
  return made
}

export type MomentStyle = { language: string; zone?: string; seconds?: boolean }
/** `2026-03-04T20:03:00Z` as `Mar 4, 2026, 14:03 CST`. */
export const momentText = (atMs: number, { language, zone, seconds = false }: MomentStyle): string =>
  format(language, zone ?? chosenZone(), seconds).format(atMs)

/** The name of this device's zone, such as `America/Chicago`: what somebody enters in a field of the browser is in it. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
/** The zone that times are told in: one's own choice, else this device's. */
export const shownZone = (): string => chosenZone() ?? localZone()

/** A span in one unit, rounded down: what is said must not be more than what has passed. */
const spanText = (spanMs: number, ages: Messages['ages']): string => {
  if (spanMs < hourMs) return ages.minutes(Math.max(1, Math.floor(spanMs / minuteMs)))
  if (spanMs < 2 * dayMs) return ages.hours(Math.floor(spanMs / hourMs))
  if (spanMs < 60 * dayMs) return ages.days(Math.floor(spanMs / dayMs))
  if (spanMs < 730 * dayMs) return ages.months(Math.floor(spanMs / (30.44 * dayMs)))
  return ages.years(Math.floor(spanMs / (365.25 * dayMs)))
}

/** How long ago, or in how long. */
export const ageText = (atMs: number, nowMs: number, ages: Messages['ages']): string => {
  const span = nowMs - atMs
  if (Math.abs(span) < minuteMs) return ages.now
  return span > 0 ? ages.past(spanText(span, ages)) : ages.future(spanText(-span, ages))
}
