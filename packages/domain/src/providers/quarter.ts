/** A quarter of the calendar: its name as `2026-Q4`, and ISO dates, UTC; `to` is its first day no more. */
export type Quarter = { quarter: string; from: string; to: string }

const dayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

const quarterOf = (year: number, index: number): Quarter => ({
  quarter: `${year}-Q${index + 1}`,
  from: dayOf(year, index * 3),
  to: dayOf(year, index * 3 + 3),
})

/** The quarter that a moment lies in. */
export const quarterHolding = (at: Date): Quarter =>
  quarterOf(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / 3))

/** The quarter of a name like `2026-Q4`; undefined for other words. */
export const quarterNamed = (name: string): Quarter | undefined => {
  const [, year, number] = /^(20\d{2})-Q([1-4])$/.exec(name) ?? []
  return year && number ? quarterOf(Number(year), Number(number) - 1) : undefined
}
