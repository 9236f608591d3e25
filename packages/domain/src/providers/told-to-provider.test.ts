import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingParts } from '@opentipline/contract'
import fc from 'fast-check'
import { toldToProvider } from './told-to-provider.ts'

const counts = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400))
  .map(([useful, partlyUseful, notUseful, unsaid]) => ({
    given: useful + partlyUseful + notUseful + unsaid,
    useful,
    partlyUseful,
    notUseful,
    notSaid: unsaid,
  }))
const few = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map(([useful, partlyUseful, notUseful]) => ({
  given: useful + partlyUseful + notUseful,
  useful,
  partlyUseful,
  notUseful,
  notSaid: 0,
}))
const hindered = fc.uniqueArray(
  fc.record({ part: fc.constantFrom(...missingParts), reports: fc.integer({ min: 1, max: 9 }) }),
  { selector: ({ part }) => part },
)

test('fewer than ten outcomes tell a provider nothing at all', () => {
  fc.assert(
    fc.property(few, hindered, (given, parts) => {
      assert.equal(toldToProvider(given, parts), null)
    }),
  )
  assert.notEqual(
    toldToProvider({ given: 10, useful: 10, partlyUseful: 0, notUseful: 0, notSaid: 0 }, []),
    null,
  )
})

test('what is told is coarse: steps of five, hundredths in tens, and no part that one or two agencies named', () => {
  fc.assert(
    fc.property(counts, hindered, (given, parts) => {
      const told = toldToProvider(given, parts)
      if (told === null) return
      assert.equal(told.atLeast % 5, 0)
      assert.ok(told.atLeast <= given.given && given.given < told.atLeast + 5)
      for (const percent of [told.usefulPercent, told.partlyUsefulPercent, told.notUsefulPercent])
        assert.ok(percent % 10 === 0 && percent >= 0 && percent <= 100)
      assert.ok(Math.abs(told.usefulPercent - (given.useful / given.given) * 100) <= 5)
      for (const { part, reports } of parts) assert.equal(told.hindered.includes(part), reports >= 3)
    }),
  )
})
