import { randomBytes } from 'node:crypto'
import {
  buildPdqIndex,
  luminanceOf,
  pdqDistance,
  pdqDistanceMax,
  pdqHash,
  pdqParts,
  searchPdq,
} from '@opentipline/domain'

/**
 * Near-hash search: every stored PDQ hash within distance 31 of a query, exactly, beside a plain scan of all of them in
 * the same run. Run: `node scripts/run24.mjs test/bench/pdq.ts [hashes]` (1 million; 10 million need about 1 GB).
 */
const hashes = Number(process.argv[2] ?? 1_000_000)
const queries = 200
const scans = 3
const partsOfHash = 8

const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const cpuMs = (act: () => unknown): number => {
  const before = process.cpuUsage()
  act()
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1000
}

/** A synthetic picture: colour ramps, nothing depicted. */
const side = 128
const rgb = Uint8Array.from(
  { length: side * side * 3 },
  (_, at) => (at * 7 + Math.floor(at / side) * 13) & 255,
)
const picture = pdqHash(luminanceOf(rgb, side, side))
if (!picture) throw new Error('the synthetic picture has no hash')
const query = pdqParts(picture.hex)

const bytes = randomBytes(hashes * partsOfHash * 4)
const parts = new Uint32Array(bytes.buffer, bytes.byteOffset, hashes * partsOfHash)
// One stored hash lies 31 bits from the query: the search must find it, and nothing nearer.
parts.set(query, 0)
parts[0] = (parts[0] ?? 0) ^ 0x7fff_ffff
const index = buildPdqIndex(parts)
const found = searchPdq(index, query)
if (found.length !== 1 || found[0]?.distance !== pdqDistanceMax) throw new Error('the search is not exact')

const searched = Array.from({ length: queries }, () => {
  const other = new Uint32Array(randomBytes(32).buffer.slice(0, 32))
  return cpuMs(() => searchPdq(index, other))
}).toSorted((a, b) => a - b)
const scanned = Array.from({ length: scans }, () =>
  cpuMs(() => {
    let near = 0
    for (let at = 0; at < hashes; at++)
      if (pdqDistance(parts.subarray(at * partsOfHash, (at + 1) * partsOfHash), query) <= pdqDistanceMax)
        near++
    return near
  }),
).toSorted((a, b) => a - b)

const p50 = percentile(searched, 0.5)
console.log(`${hashes} hashes; processor time per query, one core`)
console.log(`search  p50 ${p50.toFixed(2)} ms, p99 ${percentile(searched, 0.99).toFixed(2)} ms`)
console.log(
  `scan    p50 ${percentile(scanned, 0.5).toFixed(0)} ms (${(percentile(scanned, 0.5) / p50).toFixed(0)} times the search)`,
)
