import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { smallPolicy } from '../policy/policy.fixture.ts'
import { bandsMax, pointsMax, rulesMax } from '../policy/schema.ts'
import { orderNumber } from './order.fixture.ts'

const bands = ['top', 'middle', 'bottom']
const ranked = fc.record({
  band: fc.constantFrom(...bands),
  low: fc.integer({ min: -500_000, max: 500_000 }),
  high: fc.integer({ min: -500_000, max: 500_000 }),
})

test('the number orders by band, then the low end, then the high end', () => {
  fc.assert(
    fc.property(ranked, ranked, (a, b) => {
      const expected = bands.indexOf(b.band) - bands.indexOf(a.band) || a.low - b.low || a.high - b.high
      const policy = smallPolicy()
      assert.equal(Math.sign(orderNumber(a, policy) - orderNumber(b, policy)), Math.sign(expected))
    }),
  )
})

test('with the high end in charge it comes before the low end', () => {
  const policy = smallPolicy({ order: { end: 'high' } })
  const wide = { band: 'top', low: 0, high: 90 }
  const narrow = { band: 'top', low: 60, high: 60 }
  assert.ok(orderNumber(wide, policy) > orderNumber(narrow, policy))
})

test('the widest policy there may be still gives exact and different numbers', () => {
  const most = rulesMax * pointsMax
  const bands16 = Array.from({ length: bandsMax }, (_, index) => ({ id: `band ${index}`, says: 'Band' }))
  const policy = smallPolicy({ bands: bands16 })
  const best = orderNumber({ band: 'band 0', low: most, high: most }, policy)
  assert.ok(Number.isSafeInteger(best))
  assert.ok(best > orderNumber({ band: 'band 0', low: most, high: most - 1 }, policy))
  assert.ok(
    orderNumber({ band: 'band 0', low: -most, high: -most }, policy) >
      orderNumber({ band: 'band 1', low: most, high: most }, policy),
  )
})
