/** Fewer days with a decision than this say too little of a pace. */
export const paceDaysMin = 5
/** Days over which the pace is counted. */
export const paceWindowDays = 28

const dayMs = 86_400_000
const friday = 5

export type Pace = {
  /** `YYYY-MM-DD` and how many decisions; days without one are absent. */
  decidedByDay: readonly { day: string; decisions: number }[]
  /** Today, `YYYY-MM-DD`. */
  today: string
}

export type Reach =
  | { known: false; daysWithDecisions: number }
  | {
      known: true
      /** Decisions a day, every day of the window counted, weekends and days off included. */
      perDay: number
      /** Tips from the top that the pace reaches by the end of `by`. */
      tips: number
      /** A Friday, `YYYY-MM-DD`. */
      by: string
    }

const atMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/**
 * How far down a list the agency comes by the next Friday after today at the pace of its last 28 days. It is arithmetic about the past, no deadline and no promise: nothing is due by it.
 * With decisions on fewer than five days it is not known.
 */
export const reachOf = ({ decidedByDay, today }: Pace): Reach => {
  const now = atMidnight(today)
  const within = decidedByDay.filter(({ day, decisions }) => {
    const age = (now - atMidnight(day)) / dayMs
    return decisions > 0 && age >= 0 && age < paceWindowDays
  })
  if (within.length < paceDaysMin) return { known: false, daysWithDecisions: within.length }
  const perDay = within.reduce((sum, { decisions }) => sum + decisions, 0) / paceWindowDays
  const weekday = new Date(now).getUTCDay()
  const days = (friday - weekday + 7) % 7 || 7
  return { known: true, perDay, tips: Math.floor(perDay * days), by: dayOf(now + days * dayMs) }
}
