import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapSize, projectUs } from './project.ts'

/** Corners of states on us-atlas's own projected drawing, rounded: what the borders under the marks lie by. */
const known: [string, longitude: number, latitude: number, x: number, y: number][] = [
  ['the center', -96.6, 38.7, 487.5, 305],
  ['the inset of Alaska', -156, 58.5, 88.4, 566.3],
  ['the inset of Hawaii', -160, 19.9, 221, 580.6],
]
for (const [name, longitude, latitude, x, y] of known)
  test(`${name} lies where the outline has it`, () => {
    const at = projectUs(longitude, latitude)
    expect(at?.[0]).toBeCloseTo(x, 0)
    expect(at?.[1]).toBeCloseTo(y, 0)
  })

test('Milwaukee lies in Wisconsin, and Seattle in Washington, by the boxes of the atlas', () => {
  const [milwaukee, seattle] = [projectUs(-87.9, 43.04), projectUs(-122.33, 47.6)]
  expect(
    milwaukee && milwaukee[0] > 547 && milwaukee[0] < 644 && milwaukee[1] > 111 && milwaukee[1] < 216,
  ).toBe(true)
  expect(seattle && seattle[0] > 63 && seattle[0] < 184 && seattle[1] > 13 && seattle[1] < 103).toBe(true)
})

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
test('what is shown lies on the drawing, and what lies elsewhere in the world is not shown', () => {
  fc.assert(
    fc.property(degrees(-180, 180), degrees(-90, 90), (longitude, latitude) => {
      const at = projectUs(longitude, latitude)
      if (!at) return
      // Alaska's last islands and the sea around lie a little over the edge.
      expect(at[0] > -120 && at[0] < mapSize.width + 60 && at[1] > -60 && at[1] < mapSize.height + 90).toBe(
        true,
      )
    }),
  )
  expect(projectUs(2.35, 48.86)).toBeUndefined()
  expect(projectUs(-66.1, 18.4)).toBeUndefined()
})
