import type { Signal } from '@opentipline/contract'
import type { Policy } from '../policy/schema.ts'
import { columnValue, emptyColumns, type SignalColumns } from './column-conditions.ts'
import { rankColumns } from './rank-columns.ts'
import { signalIndex } from '../policy/compile.ts'

/** One report under two policies: its place from 1, and its band. */
export type Move = { row: number; from: { place: number; band: string }; to: { place: number; band: string } }

/** What an edited policy would change. `moves` are those whose place or band differs, the largest change of place first. */
export type Preview = { reports: number; moves: Move[]; crossed: { up: number; down: number } }

/** The signals of many reports as columns, a row for each. */
export function columnsOf(reports: readonly (readonly Signal[])[]): SignalColumns {
  const columns = emptyColumns(reports.length)
  for (const [row, signals] of reports.entries()) {
    for (const { name, value } of signals) {
      const column = columns.columns[signalIndex(name)]
      if (column !== undefined) column[row] = columnValue[value]
    }
  }
  return columns
}

type Standing = { place: number; band: string }

function standings(policy: Policy, columns: SignalColumns): Standing[] {
  const { order, bandRank } = rankColumns(policy, columns)
  const found: Standing[] = Array.from(bandRank, (rank) => ({ place: 0, band: policy.bands[rank]?.id ?? '' }))
  for (const [index, row] of order.entries()) {
    const standing = found[row]
    if (standing !== undefined) standing.place = index + 1
  }
  return found
}

const far = ({ from, to }: Move): number => Math.abs(from.place - to.place)

/**
 * Who would move under an edited policy, and who would cross the line: the place down to which a queue is worked, `line` from 1.
 * Pure; the columns are by position in the signal registry.
 */
export function previewPolicy(before: Policy, after: Policy, columns: SignalColumns, line: number): Preview {
  const olds = standings(before, columns)
  const moves = standings(after, columns).flatMap((to, row) => {
    const from = olds[row]
    return from === undefined || (from.place === to.place && from.band === to.band) ? [] : [{ row, from, to }]
  })
  const up = moves.filter(({ from, to }) => from.place > line && to.place <= line).length
  const down = moves.filter(({ from, to }) => from.place <= line && to.place > line).length
  return { reports: columns.rows, moves: moves.toSorted((a, b) => far(b) - far(a)), crossed: { up, down } }
}
