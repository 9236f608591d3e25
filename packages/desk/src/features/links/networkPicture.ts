import type { Network } from '@opentipline/contract'

/** A point of the picture, in the units of its view box. */
export type Point = { reportId: string; x: number; y: number; step: number }
export type Picture = {
  size: number
  points: Point[]
  lines: { from: Point; to: Point; confirmed: boolean }[]
}

/** Units between two rings, and around the outermost. */
const ringUnits = 60
const marginUnits = 24

/**
 * Where each report stands: the one asked about in the middle, each ring one link further out, reports evenly on
 * their ring in the order of their numbers. The same network always gives the same picture.
 */
export const networkPicture = ({ reports, links }: Pick<Network, 'reports' | 'links'>): Picture => {
  const rings = Math.max(0, ...reports.map(({ steps }) => steps))
  const middle = marginUnits + rings * ringUnits
  const points = Array.from({ length: rings + 1 }, (_, step) => {
    const ring = reports
      .filter((report) => report.steps === step)
      .toSorted((a, b) => (BigInt(a.reportId) < BigInt(b.reportId) ? -1 : 1))
    return ring.map(({ reportId }, at): Point => {
      // Half a place further on each ring, so that lines outward do not lie upon each other.
      const angle = (2 * Math.PI * (at + step / 2)) / ring.length - Math.PI / 2
      const away = step * ringUnits
      return { reportId, step, x: middle + away * Math.cos(angle), y: middle + away * Math.sin(angle) }
    })
  }).flat()
  const byId = new Map(points.map((point) => [point.reportId, point]))
  return {
    size: 2 * middle,
    points,
    lines: links.flatMap(({ between, confirmed }) => {
      const [from, to] = between.map((id) => byId.get(id))
      return from && to ? [{ from, to, confirmed }] : []
    }),
  }
}
