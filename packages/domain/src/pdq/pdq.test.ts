import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Luminance, luminanceOf, pdqDistanceMax, pdqHash } from './pdqHash.ts'
import { buildPdqIndex, pdqDistance, pdqParts, searchPdq } from './pdqIndex.ts'

/** A synthetic picture: overlapping waves, the same at any size. */
function waves(width: number, height: number, seed: number): Luminance {
  const values = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height]
    const sum = [3, 5, 7, 11].reduce(
      (all, f, k) => all + Math.sin(f * (k % 2 ? x : y) * (seed + k) + seed * x * y * f),
      0,
    )
    return 127.5 + 31 * sum
  })
  return { width, height, values }
}

const hashOf = (picture: Luminance): Uint32Array => {
  const hash = pdqHash(picture)
  assert.ok(hash)
  return pdqParts(hash.hex)
}

test('the same picture resized is known, and another picture is not', () => {
  for (const seed of [1, 2, 3]) {
    const one = hashOf(waves(640, 480, seed))
    assert.ok(pdqDistance(one, hashOf(waves(320, 240, seed))) <= pdqDistanceMax)
    assert.ok(pdqDistance(one, hashOf(waves(500, 500, seed))) <= pdqDistanceMax)
    assert.ok(pdqDistance(one, hashOf(waves(640, 480, seed + 7))) > pdqDistanceMax)
  }
})

test('brightness is not content', () => {
  const picture = waves(256, 256, 4)
  const brighter = { ...picture, values: picture.values.map((value) => value / 2 + 60) }
  assert.ok(pdqDistance(hashOf(picture), hashOf(brighter)) <= 4)
})

test('a plain picture has no quality, and a tiny one no hash', () => {
  const plain = luminanceOf(new Uint8Array(100 * 100 * 3).fill(90), 100, 100)
  assert.equal(pdqHash(plain)?.quality, 0)
  assert.equal(pdqHash(waves(4, 100, 1)), undefined)
})

test('half of the bits are set, for the median parts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (seed) => {
      const set = pdqDistance(hashOf(waves(96, 80, seed)), new Uint32Array(8))
      assert.ok(set >= 120 && set <= 128, String(set))
    }),
    { numRuns: 20 },
  )
})

const hash = fc.uint32Array({ minLength: 8, maxLength: 8 })
const flipsMax = 40

test('the search finds exactly what comparing with every hash finds', () => {
  const list = fc.array(hash, { minLength: 1, maxLength: 50 })
  const flips = fc.array(fc.uniqueArray(fc.nat(255), { maxLength: flipsMax }), { maxLength: 20 })
  fc.assert(
    fc.property(hash, list, flips, fc.integer({ min: 0, max: 31 }), (query, others, changed, most) => {
      const near = changed.map((bits) => {
        const copy = Uint32Array.from(query)
        for (const bit of bits) copy[bit >> 5] = (copy[bit >> 5] ?? 0) ^ (1 << (bit & 31))
        return copy
      })
      const all = [...others, ...near]
      const index = buildPdqIndex(Uint32Array.from(all.flatMap((each) => [...each])))
      const wanted = all.flatMap((each, i) => (pdqDistance(each, query) <= most ? [i] : []))
      assert.deepEqual(
        searchPdq(index, query, most)
          .map((match) => match.index)
          .toSorted((a, b) => a - b),
        wanted,
      )
    }),
  )
})

test('two bits in every word are one beyond what the search promises', () => {
  const query = new Uint32Array(8)
  const index = buildPdqIndex(new Uint32Array(8).fill(0x00030003))
  assert.equal(pdqDistance(index.parts, query), 32)
  assert.deepEqual(searchPdq(index, query), [])
  assert.throws(() => searchPdq(index, query, 32), RangeError)
})
