import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { noteTouch, presenceHeaders, untouchedMs } from './presence.ts'

const start = new Date(2026, 10, 20, 9).getTime()
const minutes = 60_000
const touchedElsewhere = (at: number): void => localStorage.setItem('tipline.touched-at', String(at))

test('nobody is there as long as nobody has touched this page, nor another one of the browser', () => {
  vi.useFakeTimers()
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (since, elsewhereSince) => {
      const now = start + 120 * minutes
      vi.setSystemTime(now - since * minutes)
      noteTouch()
      touchedElsewhere(now - elsewhereSince * minutes)
      vi.setSystemTime(now)
      const untouched = Math.min(since, elsewhereSince) * minutes
      expect(untouchedMs()).toBe(untouched)
      expect('tipline-unattended' in presenceHeaders()).toBe(untouched > minutes)
    }),
  )
})

test('a touch is told to the other pages', () => {
  vi.useFakeTimers()
  vi.setSystemTime(start + 200 * minutes)
  noteTouch()
  expect(localStorage.getItem('tipline.touched-at')).toBe(String(start + 200 * minutes))
})

test('a touch that is yet to come, or is no time, says nothing', () => {
  vi.useFakeTimers()
  vi.setSystemTime(start)
  noteTouch()
  vi.setSystemTime(start + 5 * minutes)
  for (const stored of [String(start + 6 * minutes), 'synthetic', '']) {
    localStorage.setItem('tipline.touched-at', stored)
    expect(untouchedMs()).toBe(5 * minutes)
  }
})
