import { expect, test } from 'vitest'
import { boundText } from './boundText.ts'

test('ends are rounded outwards, so that nothing small becomes nothing', () => {
  expect(boundText(0.70759, 'high', 'en')).toBe('70.8%')
  expect(boundText(0.0333, 'low', 'en')).toBe('3.3%')
  expect(boundText(0.00001, 'high', 'en')).toBe('0.1%')
  expect(boundText(0, 'low', 'en')).toBe('0%')
  expect(boundText(1, 'high', 'en')).toBe('100%')
})
