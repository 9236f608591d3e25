import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkPicture } from './networkPicture.ts'

const network = fc
  .uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 17n }), { minLength: 1, maxLength: 40 })
  .chain((ids) =>
    fc.record({
      reports: fc.tuple(
        ...ids.map((id, at) =>
          fc
            .integer({ min: 1, max: 4 })
            .map((steps) => ({ reportId: String(id), tipId: null, steps: at === 0 ? 0 : steps })),
        ),
      ),
      links: fc.array(
        fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([a, b]) => ({
          between: [String(a), String(b)],
          because: 'Synthetic reason',
          linkId: '1',
          confirmed: false,
        })),
        { maxLength: 60 },
      ),
    }),
  )

test('every report is one point inside the picture, and every link one line between two of them', () => {
  fc.assert(
    fc.property(network, (drawn) => {
      const { size, points, lines } = networkPicture(drawn)
      expect(new Set(points.map((point) => point.reportId)).size).toBe(drawn.reports.length)
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(size)
      }
      expect(lines.length).toBe(drawn.links.length)
    }),
    { numRuns: 50 },
  )
})

test('no two reports of a ring lie upon each other', () => {
  const reports = Array.from({ length: 30 }, (_, at) => ({
    reportId: String(at + 1),
    tipId: null,
    steps: at === 0 ? 0 : 1,
  }))
  const { points } = networkPicture({ reports, links: [] })
  expect(new Set(points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(reports.length)
})

test('the order in which the server names them changes nothing', () => {
  fc.assert(
    fc.property(network, (drawn) => {
      const turned = networkPicture({ ...drawn, reports: drawn.reports.toReversed() })
      expect(turned.points).toEqual(networkPicture(drawn).points)
    }),
    { numRuns: 30 },
  )
})
