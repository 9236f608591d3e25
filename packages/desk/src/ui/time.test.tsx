import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { ageText, instantOf, momentText } from './time.ts'

test('a time without a zone is not an instant', () => {
  expect(instantOf('2026-11-20T02:11:09')).toBeUndefined()
  expect(instantOf('2026-11-20')).toBeUndefined()
  expect(instantOf('yesterday Z')).toBeUndefined()
})

test('an instant is the same whatever offset it was stated in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -14, max: 14 }), (ms, hours) => {
      const local = new Date(ms + hours * 3_600_000).toISOString().slice(0, 19)
      const sign = hours < 0 ? '-' : '+'
      const stated = `${local}${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`
      expect(instantOf(stated)).toBe(Math.floor(ms / 1000) * 1000)
    }),
  )
})

test('a moment always names its zone', () => {
  const at = Date.UTC(2026, 10, 20, 2, 11)
  expect(momentText(at, { language: 'en', zone: 'UTC' })).toContain('UTC')
  expect(momentText(at, { language: 'en', zone: 'America/Chicago' })).toBe('Nov 19, 2026, 20:11 CST')
  expect(momentText(at, { language: 'es', zone: 'UTC' })).toContain('UTC')
})

test('an age is never told as more than has passed', () => {
  const hour = 3_600_000
  expect(ageText(0, 30_000, en.ages)).toBe('just now')
  expect(ageText(0, 59 * 60_000, en.ages)).toBe('59 min ago')
  expect(ageText(0, 47.9 * hour, en.ages)).toBe('47 h ago')
  expect(ageText(0, 71 * hour, en.ages)).toBe('2 days ago')
  expect(ageText(49 * hour, 0, en.ages)).toBe('in 2 days')
})
