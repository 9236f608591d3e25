import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pdqDistance, pdqParts } from './pdqIndex.ts'
import { makePictureIndex } from './pictureIndex.ts'

const hexOf = (parts: Uint32Array): string =>
  [...parts].map((part) => part.toString(16).padStart(8, '0')).join('')
const flipped = (hex: string, bits: readonly number[]): string => {
  const parts = pdqParts(hex)
  for (const bit of bits) parts[bit >> 5] = (parts[bit >> 5] ?? 0) ^ (1 << (bit & 31))
  return hexOf(parts)
}
const hash = fc.uint32Array({ minLength: 8, maxLength: 8 }).map(hexOf)

test('what has been added is found as soon as it is there, exactly within the distance, nearest first', () => {
  const changes = fc.array(fc.uniqueArray(fc.nat(255), { maxLength: 40 }), { maxLength: 12 })
  fc.assert(
    fc.property(hash, changes, (query, flips) => {
      const index = makePictureIndex()
      const added = [...new Set(flips.map((bits) => flipped(query, bits)))]
      for (const each of added) index.add(each)
      const away = (each: string): number => pdqDistance(pdqParts(each), pdqParts(query))
      const wanted = added.filter((each) => away(each) <= 31)
      const found = index.near(query, 100)
      assert.deepEqual(found.toSorted(), wanted.toSorted())
      assert.deepEqual(
        found.map(away),
        found.map(away).toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 100 },
  )
})

test('it stays exact when it has grown past what is looked through one by one', () => {
  const index = makePictureIndex()
  const [query = ''] = fc.sample(hash, { numRuns: 1, seed: 5 })
  for (const each of fc.sample(hash, { numRuns: 5_000, seed: 6 })) index.add(each)
  const near = flipped(query, [1, 40, 90, 200])
  index.add(near)
  for (const each of fc.sample(hash, { numRuns: 5_000, seed: 7 })) index.add(each)
  assert.ok(index.size > 9_000)
  assert.deepEqual(index.near(query, 10), [near])
})
