import { queueFacets } from '@opentipline/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFiltered, laneOf, readQueueSearch } from './search.ts'

test('any address gives a view, and reading it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('search', 'x', ...queueFacets), fc.anything()), (raw) => {
      const search = readQueueSearch(raw)
      expect(readQueueSearch(search)).toEqual(search)
      expect(
        Object.keys(search).every((key) => key === 'search' || queueFacets.some((each) => each === key)),
      ).toBe(true)
    }),
  )
})

test('a number searched for stays what was typed', () => {
  expect(readQueueSearch({ search: 1000002 })).toEqual({ search: '1000002' })
})

test('an unknown lane is the first lane, and a lane is no filter', () => {
  expect(laneOf(readQueueSearch({ lane: 'elsewhere' }))).toBe('now')
  expect(isFiltered({ lane: 'held' })).toBe(false)
  expect(isFiltered({ lane: 'held', band: 'band two' })).toBe(true)
})
