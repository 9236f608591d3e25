type Point = readonly [x: number, y: number]

const ringsOf = (path: string): Point[][] =>
  path
    .split('M')
    .filter((ring) => ring !== '')
    .map((ring) =>
      ring
        .replace('Z', '')
        .split('L')
        .map((point) => {
          const [x = 0, y = 0] = point.split(',').map(Number)
          return [x, y] as const
        }),
    )

/** Twice the area of a ring and its centre of mass (the shoelace formula); a ring without area has its first point. */
const massOf = (ring: readonly Point[]): { area: number; at: Point } => {
  const [first = [0, 0]] = ring
  let [area, x, y] = [0, 0, 0]
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? first
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  if (Math.abs(area) < 1e-9) return { area: 0, at: first }
  return { area: Math.abs(area), at: [x / (3 * area), y / (3 * area)] }
}

/** Where a number stands on an outline (`Mx,yLx,y…Z`, several rings in a row): the middle of its largest ring, in its units. */
export const middleOf = (path: string): Point =>
  ringsOf(path)
    .map(massOf)
    .reduce((best, each) => (each.area > best.area ? each : best), { area: -1, at: [0, 0] as Point }).at
