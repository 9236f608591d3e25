import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countingOrder } from './counting-order.ts'

type Row = [band: number, first: number, second: number]

const rowsWithin = (most: number): fc.Arbitrary<Row[]> => {
  const points = fc.integer({ min: -most, max: most })
  return fc.array(fc.tuple(fc.nat(4), points, points), { maxLength: 40 })
}

const none: Row = [0, 0, 0]

const plainly = (rows: readonly Row[]): number[] =>
  rows
    .map((_, row) => row)
    .toSorted((a, b) => {
      const [x = none, y = none] = [rows[a], rows[b]]
      return x[0] - y[0] || y[1] - x[1] || y[2] - x[2]
    })

test('narrow columns and the widest that a policy can make are ordered as a plain sort orders them', () => {
  fc.assert(
    fc.property(fc.oneof(rowsWithin(3), rowsWithin(200), rowsWithin(500_000)), (rows) => {
      const order = countingOrder({
        bandRank: Uint8Array.from(rows, ([band]) => band),
        bands: 5,
        first: Int32Array.from(rows, ([, first]) => first),
        second: Int32Array.from(rows, ([, , second]) => second),
      })
      assert.deepEqual([...order], plainly(rows))
    }),
  )
})
