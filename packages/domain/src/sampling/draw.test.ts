import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawSample, poolText, sampleSize } from './draw.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const ids = fc.uniqueArray(
  fc.nat(10_000).map((n) => String(n + 1)),
  { maxLength: 60 },
)
const share = fc.record({ percent: fc.integer({ min: 0, max: 100 }), most: fc.integer({ min: 1, max: 200 }) })
const seed = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
  .map((hex) => hex.join(''))

test('the same pool, seed and share give the same draw, in whatever order the pool is told', () => {
  fc.assert(
    fc.property(ids, seed, share, (pool, given, wanted) => {
      const drawn = drawSample(pool, given, wanted, sha256)
      assert.deepEqual(drawSample(pool.toReversed(), given, wanted, sha256), drawn)
      assert.equal(drawn.length, sampleSize(pool.length, wanted))
      assert.equal(new Set(drawn).size, drawn.length)
      for (const id of drawn) assert.ok(pool.includes(id))
    }),
  )
})

test('a share draws at least one of what is there, and never more than was said', () => {
  fc.assert(
    fc.property(fc.nat(100_000), share, (size, wanted) => {
      const drawn = sampleSize(size, wanted)
      assert.ok(drawn <= Math.min(size, wanted.most))
      assert.equal(drawn > 0, size > 0 && wanted.percent > 0)
    }),
  )
})

test('a larger share draws the same ones and more: nobody is drawn instead of another', () => {
  fc.assert(
    fc.property(ids, seed, fc.integer({ min: 0, max: 99 }), (pool, given, percent) => {
      const fewer = drawSample(pool, given, { percent, most: 200 }, sha256)
      const more = drawSample(pool, given, { percent: percent + 1, most: 200 }, sha256)
      assert.deepEqual(more.slice(0, fewer.length), fewer)
    }),
  )
})

test('every member is drawn about equally often over many seeds', () => {
  const pool = Array.from({ length: 20 }, (_, n) => String(n + 1))
  const counts = new Map(pool.map((id) => [id, 0]))
  for (let n = 0; n < 2000; n += 1)
    for (const id of drawSample(pool, sha256(String(n)).slice(0, 32), { percent: 25, most: 200 }, sha256))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  // 500 expected, a standard deviation of 19: seven of them, for fixed seeds.
  for (const [id, count] of counts) assert.ok(Math.abs(count - 500) < 136, `${id}: ${count}`)
})

test('a pool is told in one way', () => {
  assert.equal(poolText(['9', '10', '1']), '1\n10\n9\n')
})
