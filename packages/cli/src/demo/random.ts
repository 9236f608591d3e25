/** A seeded source of choices: the same seed gives the same choices on every machine. Not for secrets. */
export type Random = {
  /** 0 up to, but not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean
  hex(characters: number): string
  bytes(sizeBytes: number): Uint8Array
}

/** FNV-1a over the UTF-16 units: spreads a name over 32 bits. */
const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** mulberry32: 32 bits of state are plenty for a few thousand choices from one name. */
const generator = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Choices named by `seed`, so that each planned filing has its own and none depends on those before it. */
export const randomOf = (seed: string): Random => {
  const next = generator(hash32(seed))
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick: <T>(list: readonly T[]): T => {
      const item = list[int(0, list.length - 1)]
      if (item === undefined) throw new RangeError('there is nothing to pick from')
      return item
    },
    chance: (probability) => next() < probability,
    hex: (characters) => Array.from({ length: characters }, () => int(0, 15).toString(16)).join(''),
    bytes: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => int(0, 255)),
  }
}
