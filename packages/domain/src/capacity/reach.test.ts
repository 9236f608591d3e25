import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paceDaysMin, paceWindowDays, reachOf } from './reach.ts'

const dayMs = 86_400_000
const day = (daysAgo: number, today = '2026-11-25'): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - daysAgo * dayMs).toISOString().slice(0, 10)
const each = (days: number[], decisions: number) => days.map((ago) => ({ day: day(ago), decisions }))

test('28 a week for four weeks are four a day, and two days remain until Friday on a Wednesday', () => {
  const decidedByDay = each([0, 1, 6, 7, 8, 13, 14, 15, 20, 21, 22, 27], 0).concat(
    each([2, 3, 9, 10, 16, 17, 23, 24], 14),
  )
  assert.deepEqual(reachOf({ decidedByDay, today: '2026-11-25' }), {
    known: true,
    perDay: 4,
    tips: 8,
    by: '2026-11-27',
  })
})

test('on a Friday the next one is meant, seven days on', () => {
  const reach = reachOf({ decidedByDay: each([5, 6, 7, 8, 9], 28), today: '2026-11-27' })
  assert.ok(reach.known && reach.by === '2026-12-04' && reach.tips === 35)
})

test('with decisions on fewer than five days, the pace is not known', () => {
  assert.deepEqual(reachOf({ decidedByDay: each([1, 2, 3, 4], 500), today: '2026-11-25' }), {
    known: false,
    daysWithDecisions: 4,
  })
})

const someDays = fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { maxLength: 40 })
test('what is known ends on a Friday within a week, and days outside the window change nothing', () => {
  fc.assert(
    fc.property(someDays, fc.nat(400), fc.integer({ min: 0, max: 4000 }), (days, decisions, ahead) => {
      const today = day(-ahead, '2026-01-01')
      const all = days.map((ago) => ({ day: day(ago, today), decisions }))
      const reach = reachOf({ decidedByDay: all, today })
      const within = all.filter((_, at) => (days[at] ?? -1) >= 0 && (days[at] ?? -1) < paceWindowDays)
      assert.deepEqual(reach, reachOf({ decidedByDay: within, today }))
      assert.equal(reach.known, decisions > 0 && within.length >= paceDaysMin)
      if (!reach.known) return
      const wait = (Date.parse(reach.by) - Date.parse(today)) / dayMs
      assert.equal(new Date(reach.by).getUTCDay(), 5)
      assert.ok(wait >= 1 && wait <= 7 && reach.tips <= reach.perDay * 7)
    }),
  )
})
