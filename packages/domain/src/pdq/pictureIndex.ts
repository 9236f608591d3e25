import { buildPdqIndex, pdqDistance, type PdqIndex, pdqParts, searchPdq } from './pdqIndex.ts'
import { pdqDistanceMax } from './pdqHash.ts'

/** Hashes that are looked through one by one before the index is built anew: a fraction of it, so that building stays rare. */
const tailMin = 4_096
const tailShare = 0.125

/** Picture hashes that grow one by one and are searched exactly. */
export type PictureIndex = {
  add(hex: string): void
  /** Every hash within the distance at which two pictures are taken as alike, nearest first; its own is among them. */
  near(hex: string, most: number): string[]
  readonly size: number
}

type Hashes = { hexes: string[]; index: PdqIndex | undefined; tail: { hex: string; parts: Uint32Array }[] }

const rebuilt = ({ hexes }: Hashes): PdqIndex => {
  const parts = new Uint32Array(hexes.length * 8)
  for (const [at, hex] of hexes.entries()) parts.set(pdqParts(hex), at * 8)
  return buildPdqIndex(parts)
}

/** Makes an index, empty. Each hash is kept once. */
export function makePictureIndex(): PictureIndex {
  const held: Hashes = { hexes: [], index: undefined, tail: [] }
  const known = new Set<string>()
  const grow = (): void => {
    if (held.tail.length <= Math.max(tailMin, (held.index?.count ?? 0) * tailShare)) return
    held.hexes.push(...held.tail.map(({ hex }) => hex))
    held.tail = []
    held.index = rebuilt(held)
  }
  return {
    add: (hex) => {
      if (known.has(hex)) return
      known.add(hex)
      held.tail.push({ hex, parts: pdqParts(hex) })
      grow()
    },
    near: (hex, most) => {
      const query = pdqParts(hex)
      const indexed = held.index
        ? searchPdq(held.index, query).map(({ index, distance }) => ({
            hex: held.hexes[index] ?? '',
            distance,
          }))
        : []
      const late = held.tail.flatMap(({ hex: other, parts }) => {
        const distance = pdqDistance(parts, query)
        return distance <= pdqDistanceMax ? [{ hex: other, distance }] : []
      })
      return [...indexed, ...late]
        .toSorted((a, b) => a.distance - b.distance || (a.hex < b.hex ? -1 : 1))
        .slice(0, most)
        .map((each) => each.hex)
    },
    get size() {
      return known.size
    },
  }
}
