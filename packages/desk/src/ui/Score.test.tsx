import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barPosition, intervalText, Score } from './Score.tsx'

const kinds = fc.constantFrom('risk', 'act')

test('more points never stand further left on a bar, and none leaves it', () => {
  fc.assert(
    fc.property(kinds, fc.integer({ min: -500, max: 5000 }), fc.nat(5000), (kind, points, more) => {
      const [at, later] = [barPosition(kind, points), barPosition(kind, points + more)]
      expect(later).toBeGreaterThanOrEqual(at)
      expect(at).toBeGreaterThanOrEqual(0)
      expect(later).toBeLessThanOrEqual(100)
    }),
  )
})

test('two different risks have two different places, however high they are', () => {
  expect(barPosition('risk', 961)).toBeGreaterThan(barPosition('risk', 900))
})

test('an interval is told in words for those who do not see the bar', () => {
  render(<Score kind="risk" value={{ low: 40, high: 90 }} band="band two" />)
  expect(screen.getByText('Risk: at least 40, at most 90')).toBeTruthy()
  expect(screen.getByText('band two')).toBeTruthy()
})

test('an interval of one value is one figure', () => {
  expect(intervalText({ low: 59.6, high: 60.4 })).toBe('60')
  expect(intervalText({ low: 40, high: 90 })).toBe('40–90')
})
