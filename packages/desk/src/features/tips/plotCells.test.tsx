import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsText, holdsCell, readCells, riskSpan, withCell } from './plotCells.ts'
import { readQueueSearch } from './search.ts'

const cell = fc.record({ column: fc.nat(7), row: fc.nat(4) })

test('any rectangle survives the way through an address, whichever corners it is told by', () => {
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      const told = `${a.column}x${a.row}-${b.column}x${b.row}`
      const cells = readCells(told)
      expect(readQueueSearch({ cells: told }).cells).toBe(told)
      expect(cells && readCells(cellsText(cells))).toEqual(cells)
      expect(holdsCell(cells, a.column, a.row) && holdsCell(cells, b.column, b.row)).toBe(true)
    }),
  )
})

test('a rectangle grown by a cell holds what it held, and the cell', () => {
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      const grown = withCell({ left: a.column, right: a.column, low: a.row, high: a.row }, b.column, b.row)
      expect(holdsCell(grown, a.column, a.row) && holdsCell(grown, b.column, b.row)).toBe(true)
    }),
  )
})

test('what is no rectangle is none', () => {
  expect(readCells(undefined)).toBeUndefined()
  expect(readCells('x')).toBeUndefined()
  expect(readQueueSearch({ cells: '9x9' })).toEqual({})
})

test('the last column has no end', () => {
  expect(riskSpan(7)).toBe('800+')
  expect(riskSpan(2, 3)).toBe('50–150')
})
