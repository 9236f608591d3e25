import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { delayMs } from './attempt.ts'
import { retryAfterMs } from './judge-answer.ts'
import { reportingLimits } from './limits.ts'

test('Retry-After is read as seconds or as a date, and nothing else', () => {
  const nowMs = Date.UTC(2026, 0, 15, 12)
  assert.equal(retryAfterMs('17', nowMs), 17_000)
  assert.equal(retryAfterMs('Thu, 15 Jan 2026 12:00:05 GMT', nowMs), 5_000)
  assert.equal(retryAfterMs('Thu, 15 Jan 2026 11:00:00 GMT', nowMs), 0)
  assert.equal(retryAfterMs('soon', nowMs), undefined)
  assert.equal(retryAfterMs(undefined, nowMs), undefined)
})

test('a delay is never shorter than the server asked for, and grows to its limit', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(100_000), chance, (attempts, askedMs, by) => {
      const ms = delayMs(250, attempts, askedMs, by)
      assert.ok(ms >= askedMs && ms <= Math.max(askedMs, reportingLimits.retryDelayMsMax))
      assert.ok(ms >= Math.min(125 * 2 ** (attempts - 1), reportingLimits.retryDelayMsMax / 2))
    }),
  )
})
