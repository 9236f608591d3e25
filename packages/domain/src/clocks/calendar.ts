const dayMs = 86_400_000

/** The same moment `days` days of 24 hours later, in UTC. */
export const addDays = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs)

export const addHours = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000)

/**
 * The same date and time `years` years later, in UTC. From 29 February to a year that has none it is 28 February: the earlier
 * of the two readings, so that nobody relies on a day that may not count. A choice; no source was found that settles it.
 */
export const addYears = (from: Date, years: number): Date => {
  const to = new Date(from)
  to.setUTCFullYear(from.getUTCFullYear() + years)
  // A date that does not exist rolls over into March; day 0 of a month is the last of the one before.
  if (to.getUTCMonth() !== from.getUTCMonth()) to.setUTCDate(0)
  return to
}

/** Whether a day (`YYYY-MM-DD`) is one of the calendar. */
export const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** Whether a moment lies in the days from `from` to `to`, both included, in UTC; without `to`, from then on. */
export const isWithin = (at: Date, from: string, to: string | null): boolean => {
  const day = at.toISOString().slice(0, 10)
  return day >= from && (to === null || day <= to)
}
