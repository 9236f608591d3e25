import type { CellObject } from 'write-excel-file/universal'
import { checkSheet, type Sheet, type SheetCell, sheetLimits } from './sheet.ts'

/** XML 1.0 has no place for these characters, and a file with one cannot be opened. */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
/** Characters of a tab's name, and those that Excel refuses in it. */
const tabCharactersMax = 31
const notInTab = /[[\]:*?/\\']/g

/** Longer than a cell can be: what is left out is said in the cell. */
const fitted = (text: string): string => {
  if (text.length <= sheetLimits.cellCharactersMax) return text
  const mark = ` [cut: ${text.length} characters]`
  return (text.slice(0, sheetLimits.cellCharactersMax - mark.length) + mark).toWellFormed()
}

/** A text is stored as a text and formatted as one ("@"), so that it stays one when somebody edits the cell. */
const textCell = (text: string): CellObject => ({
  value: fitted(text.toWellFormed().replaceAll(notInXml, '\ufffd')),
  type: String,
  format: '@',
})

const cellOf = (cell: SheetCell): CellObject | null => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  return textCell(cell.toISOString())
}

/**
 * A sheet as XLSX. Texts are texts and never formulas, so nothing needs a guard; times are UTC in ISO 8601, as texts,
 * since a spreadsheet's own times have no zone.
 * @throws RangeError when the rows do not fit the columns
 */
export const printXlsx = async (sheet: Sheet): Promise<Uint8Array> => {
  checkSheet(sheet)
  // Some eighty modules, for the one export in a hundred that is a spreadsheet.
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const heading = sheet.columns.map(({ title }): CellObject => ({ ...textCell(title), fontWeight: 'bold' }))
  const file = writeExcelFile([heading, ...sheet.rows.map((row) => row.map(cellOf))], {
    sheet: sheet.name.replaceAll(notInTab, ' ').slice(0, tabCharactersMax).trim() || 'Sheet',
    stickyRowsCount: 1,
    columns: sheet.columns.map(({ title, widthCharacters }) => ({
      width: widthCharacters ?? title.length + 2,
    })),
  })
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}
