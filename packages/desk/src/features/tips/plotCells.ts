import { actionabilitySteps, riskSteps } from '@opentipline/contract'

/** A rectangle of the plot, by column (risk) and row (actionability), both ends within. */
export type Cells = { left: number; right: number; low: number; high: number }

export const cellsPattern = /^[0-7]x[0-4](?:-[0-7]x[0-4])?$/

/** Reads `2x0` or `2x0-5x3`, as it stands in an address. */
export const readCells = (text: string | undefined): Cells | undefined => {
  if (!text || !cellsPattern.test(text)) return undefined
  const [from, to = from] = text.split('-').map((corner) => corner.split('x').map(Number))
  const [column, row] = from ?? []
  const [lastColumn, lastRow] = to ?? []
  if (column === undefined || row === undefined || lastColumn === undefined || lastRow === undefined)
    return undefined
  return {
    left: Math.min(column, lastColumn),
    right: Math.max(column, lastColumn),
    low: Math.min(row, lastRow),
    high: Math.max(row, lastRow),
  }
}

export const cellsText = ({ left, right, low, high }: Cells): string =>
  left === right && low === high ? `${left}x${low}` : `${left}x${low}-${right}x${high}`

/** The smallest rectangle with the cell in it too. */
export const withCell = (cells: Cells, column: number, row: number): Cells => ({
  left: Math.min(cells.left, column),
  right: Math.max(cells.right, column),
  low: Math.min(cells.low, row),
  high: Math.max(cells.high, row),
})

export const holdsCell = (cells: Cells | undefined, column: number, row: number): boolean =>
  cells !== undefined &&
  column >= cells.left &&
  column <= cells.right &&
  row >= cells.low &&
  row <= cells.high

const span = (steps: readonly number[], from: number, to: number, last: string): string => {
  const end = steps[to + 1]
  return end === undefined ? `${steps[from] ?? 0}${last}` : `${steps[from] ?? 0}–${end}`
}
/** The points of a range of columns: `50–150`, or `400+` at the end. */
export const riskSpan = (from: number, to = from): string => span(riskSteps, from, to, '+')
export const actionabilitySpan = (from: number, to = from): string =>
  span(actionabilitySteps, from, to, '–100')
