/**
 * Draws the outline of the states that the map of a tip's places lies on: `npm run outline`.
 * From us-atlas (U.S. Census Bureau, public domain), already in the projection of `packages/desk/src/features/places/project.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Topology = {
  arcs: [number, number][][]
  transform: { scale: [number, number]; translate: [number, number] }
}
const atlas = createRequire(join(import.meta.dirname, '../packages/server/package.json')).resolve(
  'us-atlas/states-albers-10m.json',
)
const { arcs, transform }: Topology = JSON.parse(readFileSync(atlas, 'utf8'))

/** Whole pixels of the 975 by 610 drawing: nearer than anybody can read a place off it. */
const pixelsOf = (arc: readonly [number, number][]): [number, number][] => {
  let [x, y] = [0, 0]
  const points: [number, number][] = []
  for (const [dx, dy] of arc) {
    x += dx
    y += dy
    const at: [number, number] = [
      Math.round(x * transform.scale[0] + transform.translate[0]),
      Math.round(y * transform.scale[1] + transform.translate[1]),
    ]
    const last = points.at(-1)
    if (!last || last[0] !== at[0] || last[1] !== at[1]) points.push(at)
  }
  return points
}

const path = arcs
  .map(pixelsOf)
  .filter((points) => points.length > 1)
  .map((points) =>
    points
      .map(([x, y], at) => {
        const before = points[at - 1]
        return before ? `${at === 1 ? 'l' : ''}${x - before[0]},${y - before[1]}` : `M${x},${y}`
      })
      .join(' '),
  )
  .join('')
writeFileSync(
  join(import.meta.dirname, '../packages/desk/src/features/places/usOutline.ts'),
  `/** Borders of the states, made by scripts/us-outline.ts from us-atlas. Not written by hand. */\nexport const usOutline =\n  '${path}'\n`,
)
