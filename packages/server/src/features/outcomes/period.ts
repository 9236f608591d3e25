import { Problem } from '../../http/problem.ts'

/** ISO dates, UTC; `to` is not included. */
export type Period = { from: string; to: string }

const dayMs = 86_400_000
/** Without a wish: a quarter, the span that agencies are asked about. */
const daysDefault = 90
/** Longer than that is another question, for an export. */
const daysMax = 3 * 366

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const parse = (text: string, field: string): number => {
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at) || dayOf(at) !== text)
    throw new Problem('bad-request', `${text} is no day of the calendar.`, [
      { path: `/query/${field}`, message: 'is no day of the calendar' },
    ])
  return at
}

/** The wished period, or the last 90 days including today. @throws Problem bad-request */
export const periodOf = (wish: { from?: string | undefined; to?: string | undefined }, now: Date): Period => {
  const to = wish.to === undefined ? parse(dayOf(now.getTime()), 'to') + dayMs : parse(wish.to, 'to')
  const from = wish.from === undefined ? to - daysDefault * dayMs : parse(wish.from, 'from')
  if (from >= to)
    throw new Problem('bad-request', 'The period ends before it begins.', [
      { path: '/query/from', message: 'is not before "to"' },
    ])
  if (to - from > daysMax * dayMs)
    throw new Problem('bad-request', `A period is ${daysMax} days at most.`, [
      { path: '/query/from', message: `is more than ${daysMax} days before "to"` },
    ])
  return { from: dayOf(from), to: dayOf(to) }
}
