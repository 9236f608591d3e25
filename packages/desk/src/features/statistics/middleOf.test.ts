import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleOf } from './middleOf.ts'

const side = fc.float({ min: 1, max: 500, noNaN: true })

test('the middle of a rectangle is its middle, whatever smaller rings there are', () => {
  fc.assert(
    fc.property(fc.tuple(side, side, side, side), ([x, y, width, height]) => {
      const ring = (w: number, h: number, at = 0) =>
        `M${x + at},${y}L${x + w + at},${y}L${x + w + at},${y + h}L${x + at},${y + h}Z`
      const [midX, midY] = middleOf(ring(width / 3, height / 3, 900) + ring(width, height))
      expect(midX).toBeCloseTo(x + width / 2, 3)
      expect(midY).toBeCloseTo(y + height / 2, 3)
    }),
  )
})

test('an outline without an area has its first point', () => {
  expect(middleOf('M3,4L3,4Z')).toEqual([3, 4])
})
