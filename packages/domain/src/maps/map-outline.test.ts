import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mapOutline } from './map-outline.ts'

const ring = fc.array(
  fc.tuple(fc.double({ min: -124, max: -67, noNaN: true }), fc.double({ min: 25, max: 49, noNaN: true })),
  { minLength: 3, maxLength: 12 },
)
const areas = fc.array(
  fc.record({
    fips: fc.stringMatching(/^\d{5}$/),
    name: fc.constant('Example'),
    rings: fc.array(ring, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
)

test('every point lies in the box, and every ring is closed', () => {
  fc.assert(
    fc.property(areas, (given) => {
      const { width, height, counties } = mapOutline(given)
      assert.equal(counties.length, given.length)
      for (const { path } of counties) {
        assert.ok(path.startsWith('M') && path.endsWith('Z'))
        for (const [, x, y] of path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)) {
          assert.ok(Number(x) >= 0 && Number(x) <= width + 0.1, `${x} of ${width}`)
          assert.ok(Number(y) >= 0 && Number(y) <= height + 0.1, `${y} of ${height}`)
        }
      }
    }),
  )
})

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
]

test('north is up, west is left, and islands beyond the date line stay beside their state', () => {
  const { counties } = mapOutline([
    { fips: '00001', name: 'north-west', rings: [square(-170, 60)] },
    { fips: '00003', name: 'south-east', rings: [square(-150, 55)] },
    { fips: '00005', name: 'beyond the date line', rings: [square(179, 52)] },
  ])
  const first = (index: number) =>
    /M([\d.]+),([\d.]+)/
      .exec(counties[index]?.path ?? '')
      ?.slice(1)
      .map(Number) ?? []
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0], [x3 = 0]] = [first(0), first(1), first(2)]
  assert.ok(x3 < x1 && x1 < x2 && y1 < y2)
})
