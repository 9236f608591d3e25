/** What a cell holds. A number is a number and a time is a time: only texts can be mistaken for formulas. */
export type SheetCell = string | number | boolean | Date | null

export type Sheet = {
  /** Shown on the tab of an XLSX; at most 31 characters there. */
  name: string
  columns: readonly { title: string; widthCharacters?: number }[]
  rows: readonly (readonly SheetCell[])[]
}

export const sheetLimits = {
  /** Rows of one sheet, its heading included: what the XLSX format itself can hold (ECMA-376, SpreadsheetML). */
  rowsMax: 1_048_576,
  /** Characters of one XLSX cell: Excel refuses a file with a longer one. */
  cellCharactersMax: 32_767,
} as const

/** @throws RangeError when a row does not have one cell a column, a number is no number, or the rows are too many */
export const checkSheet = ({ columns, rows }: Sheet): void => {
  if (rows.length + 1 > sheetLimits.rowsMax)
    throw new RangeError(
      `a sheet holds ${sheetLimits.rowsMax} rows at most and would have ${rows.length + 1}`,
    )
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns.length)
      throw new RangeError(`row ${index} has ${row.length} cells for ${columns.length} columns`)
    for (const cell of row)
      if (
        typeof cell === 'number'
          ? !Number.isFinite(cell)
          : cell instanceof Date && Number.isNaN(cell.getTime())
      )
        throw new RangeError(`row ${index} has a number or time that is none`)
  }
}
