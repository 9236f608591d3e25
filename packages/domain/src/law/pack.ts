import type { LawEntry } from '@opentipline/contract'

/** A federal circuit and the states, districts and territories in it. */
export type Circuit = { id: string; name: string; states: readonly string[] }

/** All that answers are given from: the shipped entries, an agency's own, and the map of circuits. */
export type LawPack = {
  /** The day to which the shipped entries were kept up. */
  asOf: string
  entries: readonly LawEntry[]
  circuits: readonly Circuit[]
}

const pad = (value: number): string => String(value).padStart(2, '0')

const dayAfter = (year: number, month: number): string =>
  month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`

/**
 * The first day on which an entry counts: what it says, else its date. Where only the month or the year is known it
 * counts from the first day after, when it certainly was there.
 */
export const firstDay = ({ from, date }: Pick<LawEntry, 'from' | 'date'>): string => {
  if (from !== undefined) return from
  if (date.length === 10) return date
  const [year, month] = date.split('-').map(Number)
  return dayAfter(year ?? 0, month ?? 12)
}

/** The entries that hold on a day (ISO, `2026-11-22`): begun, not over, and not ended by a later one that has begun. */
export const entriesOn = (pack: LawPack, on: string): LawEntry[] => {
  const begun = pack.entries.filter((entry) => firstDay(entry) <= on)
  const ended = new Set(begun.flatMap((entry) => entry.ends ?? []))
  return begun.filter((entry) => !ended.has(entry.id) && (entry.to === undefined || on < entry.to))
}

/** The shipped pack with an agency's own entries behind it. Its day stays that of the shipped ones. */
export const withOwnLayer = (pack: LawPack, own: readonly LawEntry[]): LawPack => ({
  ...pack,
  entries: [...pack.entries, ...own],
})

/** The circuit a state, district or territory lies in, or null where none takes it in. */
export const circuitOf = (pack: LawPack, state: string): Circuit | null =>
  pack.circuits.find((circuit) => circuit.states.includes(state)) ?? null
