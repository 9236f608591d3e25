/**
 * Exact search of PDQ hashes within a distance of 31 by multi-index hashing.
 *
 * A hash is sixteen words of sixteen bits. If two hashes differ in at most 31 bits, some word differs in at most one
 * (sixteen words with two each would be 32). So a query looks, for each word, at the bucket of its value and at the
 * sixteen that differ by one bit, and counts the distance of what it finds there. Nothing within 31 is missed.
 *
 * Memory: 96 bytes a hash, and 4 MiB.
 */
export type PdqIndex = {
  readonly count: number
  /** Eight 32-bit parts a hash. */
  readonly parts: Uint32Array
  /** For each of the sixteen words: where each bucket starts, and the hashes in order of bucket. */
  readonly starts: readonly Uint32Array[]
  readonly members: readonly Uint32Array[]
}

export type PdqMatch = { readonly index: number; readonly distance: number }

const words = 16
const partsOfHash = 8
const buckets = 1 << 16
/** The scheme holds up to here; beyond it a word could differ in two bits everywhere. */
const searchDistanceMax = 31
/** 96 bytes each: more than this does not fit into a process of this size. */
const pdqIndexMax = 40_000_000

/** The eight 32-bit parts of 64 hexadecimal digits; throws a RangeError when they are not that. */
export function pdqParts(hex: string): Uint32Array {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new RangeError('A PDQ hash has 64 hexadecimal digits.')
  return Uint32Array.from({ length: partsOfHash }, (_, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16))
}

const wordOf = (parts: Uint32Array, hash: number, word: number): number =>
  ((parts[hash * partsOfHash + (word >> 1)] ?? 0) >>> (word & 1 ? 0 : 16)) & 0xffff

/** Sorts the hashes by one word, by counting: two passes, no comparisons. */
function bucketsOf(
  parts: Uint32Array,
  count: number,
  word: number,
): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(buckets + 1)
  for (let i = 0; i < count; i++) {
    const at = wordOf(parts, i, word) + 1
    starts[at] = (starts[at] ?? 0) + 1
  }
  for (let i = 1; i <= buckets; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
  const next = starts.slice()
  const members = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const at = wordOf(parts, i, word)
    const place = next[at] ?? 0
    members[place] = i
    next[at] = place + 1
  }
  return { starts, members }
}

/** Builds the index over hashes given as eight 32-bit parts each. */
export function buildPdqIndex(parts: Uint32Array): PdqIndex {
  const count = parts.length / partsOfHash
  if (!Number.isInteger(count) || count > pdqIndexMax)
    throw new RangeError('Not a list of PDQ hashes of this size.')
  const tables = Array.from({ length: words }, (_, word) => bucketsOf(parts, count, word))
  return {
    count,
    parts,
    starts: tables.map(({ starts }) => starts),
    members: tables.map(({ members }) => members),
  }
}

/** Set bits of a 32-bit number. */
function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The distance of a stored hash from a query; stops, with a value beyond `most`, once it must exceed it. */
function distanceTo(parts: Uint32Array, hash: number, query: Uint32Array, most: number): number {
  let distance = 0
  for (let i = 0; i < partsOfHash && distance <= most; i++) {
    distance += bitsIn((parts[hash * partsOfHash + i] ?? 0) ^ (query[i] ?? 0))
  }
  return distance
}

/** Distance of two hashes in bits, 0 to 256. */
export const pdqDistance = (a: Uint32Array, b: Uint32Array): number => distanceTo(a, 0, b, 256)

/**
 * Every stored hash within `most` bits (at most 31) of the query, nearest first. Exact: none is missed.
 * Throws a RangeError for a larger distance, which this scheme cannot promise.
 */
export function searchPdq(index: PdqIndex, query: Uint32Array, most: number = searchDistanceMax): PdqMatch[] {
  if (!(most >= 0 && most <= searchDistanceMax))
    throw new RangeError(`The distance must be 0 to ${searchDistanceMax}.`)
  const found = new Map<number, number>()
  for (let word = 0; word < words; word++) {
    const value = wordOf(query, 0, word)
    const starts = index.starts[word]
    const members = index.members[word]
    if (starts === undefined || members === undefined) continue
    for (let flip = -1; flip < 16; flip++) {
      const bucket = flip < 0 ? value : value ^ (1 << flip)
      const end = starts[bucket + 1] ?? 0
      for (let place = starts[bucket] ?? 0; place < end; place++) {
        const hash = members[place] ?? 0
        const distance = distanceTo(index.parts, hash, query, most)
        if (distance <= most) found.set(hash, distance)
      }
    }
  }
  return [...found]
    .map(([hash, distance]) => ({ index: hash, distance }))
    .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
}
