import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { classesOf } from './classes.ts'

const pairs = fc.array(fc.tuple(fc.nat(20).map(String), fc.nat(20).map(String)), { maxLength: 30 })

/** The slow way: everything that can be walked to. */
const reached = (from: string, all: readonly (readonly [string, string])[]): Set<string> => {
  const found = new Set([from])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const [a, b] of all) {
      if (found.has(a)) found.add(b)
      if (found.has(b)) found.add(a)
    }
  }
  return found
}

test('a class is exactly what can be walked to, and classes share nothing', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const classes = classesOf(all)
      assert.equal(classes.flat().length, new Set(all.flat()).size)
      for (const each of classes)
        assert.deepEqual(each.toSorted(), [...reached(each[0] ?? '', all)].toSorted())
    }),
    { numRuns: 200 },
  )
})
