import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenCount, nothing, ranged, toggled } from './selection.ts'

const order = Array.from({ length: 20 }, (_, at) => `tip ${at}`)
const at = fc.nat(19)
const idOf = (index: number): string => order[index] ?? ''

test('choosing twice changes nothing, and the number is that of what is chosen', () => {
  fc.assert(
    fc.property(fc.array(at), at, (before, index) => {
      const selection = before.reduce((all, each) => toggled(all, order, idOf(each)), nothing)
      const once = toggled(selection, order, idOf(index))
      expect(toggled(once, order, idOf(index)).ids).toEqual(selection.ids)
      expect(Math.abs(chosenCount(once, 99) - chosenCount(selection, 99))).toBe(1)
    }),
  )
})

test('a range holds both its ends and all between, whichever comes first', () => {
  fc.assert(
    fc.property(at, at, (from, to) => {
      const { ids } = ranged(toggled(nothing, order, idOf(from)), order, idOf(to))
      expect(ids.size).toBe(Math.abs(from - to) + 1)
      expect(ids.has(idOf(from)) && ids.has(idOf(to))).toBe(true)
    }),
  )
})

test('all means all that match, loaded or not; one less leaves what is loaded without it', () => {
  const all = { ...nothing, all: true }
  expect(chosenCount(all, 1240)).toBe(1240)
  expect(chosenCount(toggled(all, order, 'tip 3'), 1240)).toBe(19)
})
