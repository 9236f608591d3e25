import { ENTRY_BYTES_MAX, HASH_BYTES, TILE_WIDTH } from '../limits.ts'
import { LedgerError } from '../error.ts'
import { type Hash, leafHash } from '../merkle/hash.ts'
import { checkSize, rootOfHashes } from '../merkle/range.ts'
import { encodeBundle } from './bundle.ts'
import { rowLength, tilePath, widthOf } from './path.ts'
import { type ReadTile, readBundle, hashReader } from './read.ts'

/**
 * The right edge of a log: what an append can still change. `rows[level]` are the hashes of the last, partial tile
 * of that level (none to 255), `bundle` the entries of the last, partial bundle. Values are never changed in place.
 */
export type LogEdge = {
  readonly size: number
  readonly rows: readonly (readonly Hash[])[]
  readonly bundle: readonly Uint8Array[]
}

/** A file to store, by its tlog-tiles path. Files are immutable: writing one again writes the same bytes. */
export type LogFile = { path: string; bytes: Uint8Array }

export const EMPTY_EDGE: LogEdge = { size: 0, rows: [], bundle: [] }

/**
 * Appends entries (canonical bytes) and gives the new edge with every tile and bundle that came to be: full ones once,
 * and the partial ones of the new size. Store the files durably before a checkpoint of the new size is signed.
 */
export function growLog(edge: LogEdge, entries: readonly Uint8Array[]): { edge: LogEdge; files: LogFile[] } {
  checkSize(edge.size + entries.length)
  if (entries.length === 0) return { edge, files: [] }
  if (entries.some((entry) => entry.length > ENTRY_BYTES_MAX)) {
    throw new LedgerError('bad-bundle', `an entry is over ${ENTRY_BYTES_MAX} bytes`)
  }
  const bundles = growRow('entries', edge.size, edge.bundle, entries, encodeBundle)
  const files = bundles.files
  const rows: Hash[][] = []
  let hashes = entries.map(leafHash)
  for (let level = 0; hashes.length > 0; level++) {
    const row = growRow(level, rowLength(level, edge.size), edge.rows[level] ?? [], hashes, joinHashes)
    files.push(...row.files)
    rows.push(row.rest)
    hashes = row.full.map(rootOfHashes)
  }
  const above = edge.rows.slice(rows.length)
  return {
    edge: {
      size: edge.size + entries.length,
      rows: [...rows, ...above.map((row) => [...row])],
      bundle: bundles.rest,
    },
    files,
  }
}

/** The root of the log. Each row's last tile, with what rises from below it, is the end of the row above. */
export function edgeRoot(edge: LogEdge): Hash {
  let below: Hash[] = []
  for (const row of edge.rows) {
    const hashes = [...row, ...below]
    below = hashes.length === 0 ? [] : [rootOfHashes(hashes)]
  }
  return rootOfHashes(below)
}

/** Reads the edge of a stored log of `size` entries back, for instance at start. Throws as `hashReader` does. */
export async function readEdge(size: number, readTile: ReadTile): Promise<LogEdge> {
  const reader = hashReader(size, readTile)
  const rows: Hash[][] = []
  for (let level = 0; rowLength(level, size) > 0; level++) {
    const span = TILE_WIDTH ** level
    const length = rowLength(level, size)
    const first = length - (length % TILE_WIDTH)
    const row = Array.from({ length: length - first }, (_, at) => (first + at) * span)
    rows.push(await Promise.all(row.map((start) => reader.rangeHash({ start, end: start + span }))))
  }
  const partial = size % TILE_WIDTH
  return {
    size,
    rows,
    bundle: partial === 0 ? [] : await readBundle(Math.floor(size / TILE_WIDTH), size, readTile),
  }
}

type Grown<T> = { files: LogFile[]; full: T[][]; rest: T[] }

/** Appends to one row: `length` is how many it had, `open` the part of them in its last, partial tile. */
function growRow<T>(
  level: number | 'entries',
  length: number,
  open: readonly T[],
  added: readonly T[],
  encode: (items: readonly T[]) => Uint8Array,
): Grown<T> {
  const items = [...open, ...added]
  const firstTile = Math.floor(length / TILE_WIDTH)
  const grown: Grown<T> = { files: [], full: [], rest: [] }
  for (let tile = 0; tile * TILE_WIDTH < items.length; tile++) {
    const part = items.slice(tile * TILE_WIDTH, (tile + 1) * TILE_WIDTH)
    const width = widthOf(tile, items.length)
    grown.files.push({ path: tilePath({ level, index: firstTile + tile, width }), bytes: encode(part) })
    if (width === TILE_WIDTH) grown.full.push(part)
    else grown.rest = part
  }
  return grown
}

function joinHashes(hashes: readonly Hash[]): Uint8Array {
  return Buffer.concat(hashes, hashes.length * HASH_BYTES)
}
