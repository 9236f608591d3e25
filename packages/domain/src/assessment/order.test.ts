import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { smallPolicy } from '../policy/policy.fixture.ts'
import { orderFits, orderNumber, placeAmong } from './order.ts'

const bands = ['top', 'middle', 'bottom']
const ranked = fc.record({
  band: fc.constantFrom(...bands),
  risk: fc.record({
    low: fc.integer({ min: -500_000, max: 500_000 }),
    high: fc.integer({ min: -500_000, max: 500_000 }),
  }),
})

test('the number orders by band, then the low end, then the high end', () => {
  fc.assert(
    fc.property(ranked, ranked, (a, b) => {
      const expected =
        bands.indexOf(b.band) - bands.indexOf(a.band) || a.risk.low - b.risk.low || a.risk.high - b.risk.high
      const policy = smallPolicy()
      assert.equal(Math.sign(orderNumber(a, policy) - orderNumber(b, policy)), Math.sign(expected))
    }),
  )
})

test('with the high end in charge it comes before the low end', () => {
  const policy = smallPolicy({ order: { end: 'high' } })
  const wide = { band: 'top', risk: { low: 0, high: 90 } }
  const narrow = { band: 'top', risk: { low: 60, high: 60 } }
  assert.ok(orderNumber(wide, policy) > orderNumber(narrow, policy))
})

test('every number is an exact integer', () => assert.ok(orderFits))

test('a place counts those that come first, from 1', () => assert.equal(placeAmong(5, [9, 7, 5, 1]), 3))
