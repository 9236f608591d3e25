import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clopperPearson, missRate } from './missRate.ts'

const near = (a: number, b: number, by = 1e-6): void => assert.ok(Math.abs(a - b) < by, `${a} is not ${b}`)

test('known values: 0 of 3, 3 of 3, 1 of 10, 5 of 50', () => {
  near(clopperPearson(0, 3).high, 1 - 0.025 ** (1 / 3))
  assert.equal(clopperPearson(0, 3).low, 0)
  near(clopperPearson(3, 3).low, 0.025 ** (1 / 3))
  assert.equal(clopperPearson(3, 3).high, 1)
  near(clopperPearson(1, 10).low, 0.0025286, 1e-6)
  near(clopperPearson(1, 10).high, 0.4450161, 1e-6)
  near(clopperPearson(5, 50).low, 0.0332751, 1e-6)
  near(clopperPearson(5, 50).high, 0.2181354, 1e-6)
})

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('the interval holds the share itself, is symmetric, and is never a point', () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { low, high } = clopperPearson(k, n)
      assert.ok(low >= 0 && high <= 1 && low <= k / n && k / n <= high && low < high)
      const other = clopperPearson(n - k, n)
      near(low, 1 - other.high, 1e-9)
    }),
  )
})

const binomial = (k: number, n: number, p: number): number => {
  let ways = 1
  for (let i = 0; i < k; i += 1) ways = (ways * (n - i)) / (i + 1)
  return ways * p ** k * (1 - p) ** (n - k)
}

test('whatever the true share, at least 95 of 100 samples give an interval that holds it', () => {
  for (const n of [1, 3, 10, 25])
    for (let step = 1; step < 100; step += 1) {
      const p = step / 100
      let holds = 0
      for (let k = 0; k <= n; k += 1) {
        const { low, high } = clopperPearson(k, n)
        if (low <= p && p <= high) holds += binomial(k, n, p)
      }
      assert.ok(holds >= 0.95 - 1e-9, `n ${n}, p ${p}: ${holds}`)
    }
})

test('what could not be told widens the interval and moves neither end inwards; nothing read is no rate', () => {
  assert.equal(missRate({ misses: 0, rightlyLow: 0, cannotTell: 0 }), null)
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 40 }), (misses, rightlyLow, cannotTell) => {
      const rate = missRate({ misses, rightlyLow, cannotTell })
      const ifNone = missRate({ misses, rightlyLow: rightlyLow + cannotTell, cannotTell: 0 })
      const ifAll = missRate({ misses: misses + cannotTell, rightlyLow, cannotTell: 0 })
      assert.ok(rate && ifNone && ifAll)
      assert.deepEqual(rate, { low: ifNone.low, high: ifAll.high })
      assert.ok(rate.high > 0, 'never nothing')
    }),
  )
})

test('no count is refused', () => {
  for (const [k, n] of [
    [0, 0],
    [2, 1],
    [-1, 3],
    [0.5, 3],
  ] as const)
    assert.throws(() => clopperPearson(k, n), RangeError)
})
