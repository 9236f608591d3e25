import { guardFormula } from './guard.ts'
import { checkSheet, type Sheet, type SheetCell } from './sheet.ts'

/** Without it Excel reads UTF-8 as the local code page. */
const byteOrderMark = '\ufeff'

/** Every text stands in quotes, so that no reader divides it; a number does not, and stays one. */
const printed = (cell: SheetCell): string => {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return String(cell)
  return `"${guardFormula(cell.toWellFormed()).replaceAll('"', '""')}"`
}

const line = (cells: readonly SheetCell[]): string => `${cells.map(printed).join(',')}\r\n`

/**
 * A sheet as CSV (RFC 4180, UTF-8 with a mark), safe to open in a spreadsheet: no text of it becomes a formula. Times
 * are UTC in ISO 8601.
 * @throws RangeError when the rows do not fit the columns
 */
export const printCsv = (sheet: Sheet): string => {
  checkSheet(sheet)
  return byteOrderMark + [sheet.columns.map(({ title }) => title), ...sheet.rows].map(line).join('')
}
