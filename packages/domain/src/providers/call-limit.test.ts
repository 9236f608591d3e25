import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type CallPace, takeCall } from './call-limit.ts'

const limits = fc.integer({ min: 1, max: 100_000 })

/** Asks at the given moments; gives those at which a call was taken. */
const takenAt = (callsPerMinute: number, moments: number[]): number[] => {
  let pace: CallPace | undefined
  return moments.filter((nowMs) => {
    const verdict = takeCall(pace, callsPerMinute, nowMs)
    pace = verdict.pace
    return verdict.taken
  })
}

test('in no stretch of time are more calls taken than a burst and the steady pace allow', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 200 }),
      (limit, gaps) => {
        let now = 1_000_000
        const taken = takenAt(
          limit,
          gaps.map((gap) => (now += gap)),
        )
        for (const [from, first] of taken.entries())
          for (const [to, last] of taken.entries())
            if (to >= from)
              assert.ok(to - from + 1 <= limit + ((last - first) * limit) / 60_000 + 1e-6, `${from} ${to}`)
      },
    ),
    { numRuns: 200 },
  )
})

test('a whole minute’s calls are taken at once, and the next is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 0, max: 2 ** 41 }), (limit, now) => {
      assert.equal(
        takenAt(
          limit,
          Array.from({ length: limit + 1 }, () => now),
        ).length,
        limit,
      )
    }),
    { numRuns: 50 },
  )
})

test('after the pause that was told a call is taken, and before it none is', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 2 ** 41 }), fc.nat(120_000), (limit, now, ahead) => {
      const told = takeCall({ atMs: now, aheadMs: Math.min(ahead, 60_000) }, limit, now)
      if (told.taken) return
      assert.equal(takeCall(told.pace, limit, now + told.waitMs + 1e-3).taken, true)
      const step = 60_000 / limit
      if (told.waitMs > step / 2)
        assert.equal(takeCall(told.pace, limit, now + told.waitMs - step / 2).taken, false)
    }),
  )
})

test('who keeps to the steady pace is never refused, whatever the clock does', () => {
  fc.assert(
    fc.property(
      limits,
      fc.oneof(fc.integer({ min: -(2 ** 40), max: -4_000_000 }), fc.nat(2 ** 40)),
      (limit, jump) => {
        const step = Math.ceil(60_000 / limit)
        const before = Array.from({ length: 50 }, (_, n) => 2 ** 41 + n * step)
        assert.equal(takenAt(limit, [...before, ...before.map((at) => at + 50 * step + jump)]).length, 100)
      },
    ),
  )
})
