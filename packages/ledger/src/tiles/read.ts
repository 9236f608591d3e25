import { LedgerError } from '../error.ts'
import { HASH_BYTES, TILE_HEIGHT, TILE_WIDTH } from '../limits.ts'
import type { Hash } from '../merkle/hash.ts'
import { foldHashes, type LeafRange, type NodeId, nodesOf, rootOfHashes } from '../merkle/range.ts'
import { decodeBundle } from './bundle.ts'
import { rowLength, type TileId, tilePath, widthOf } from './path.ts'

/** Reads a file of the log by its tlog-tiles path; `undefined` when there is none. */
export type ReadTile = (path: string) => Promise<Uint8Array | undefined>

/**
 * Reads hashes of a log of `size` entries from its tiles; each tile is read once. What it returns is only as good
 * as the tiles: verify it against a signed root.
 */
export type HashReader = { rangeHash(range: LeafRange): Promise<Hash> }

/** A reader of the tree of exactly `size` entries. Throws `LedgerError` (`missing-tile`, `bad-tile`) when reading. */
export function hashReader(size: number, readTile: ReadTile): HashReader {
  const read = new Map<string, Promise<Hash[]>>()
  const tile = (id: TileId) => {
    const path = tilePath(id)
    const hashes = read.get(path) ?? readHashes(id, readTile)
    read.set(path, hashes)
    return hashes
  }
  const node = async (id: NodeId) => {
    const at = placeOf(id)
    const row = await tile({
      level: at.level,
      index: at.tile,
      width: widthOf(at.tile, rowLength(at.level, size)),
    })
    return rootOfHashes(row.slice(at.first, at.first + at.count))
  }
  return { rangeHash: async (range) => foldHashes(await Promise.all(nodesOf(range).map(node))) }
}

/** The entries of bundle `index` of a log of `size` entries. */
export async function readBundle(index: number, size: number, readTile: ReadTile): Promise<Uint8Array[]> {
  const width = widthOf(index, size)
  const found = await readTile(tilePath({ level: 'entries', index, width }))
  if (found !== undefined) return decodeBundle(found, width)
  const full = await readFull({ level: 'entries', index, width }, readTile)
  return decodeBundle(full, TILE_WIDTH).slice(0, width)
}

/** The bytes of entry `index` of a log of `size` entries. */
export async function readEntryBytes(index: number, size: number, readTile: ReadTile): Promise<Uint8Array> {
  const entry = (await readBundle(Math.floor(index / TILE_WIDTH), size, readTile))[index % TILE_WIDTH]
  if (entry === undefined)
    throw new LedgerError('bad-range', `there is no entry ${index} in a log of ${size}`)
  return entry
}

/** Splits a tile of `width` hashes. Throws `LedgerError` (`bad-tile`) when the length differs. */
export function splitTile(bytes: Uint8Array, width: number): Hash[] {
  if (bytes.length !== width * HASH_BYTES) {
    throw new LedgerError(
      'bad-tile',
      `a tile of ${width} hashes has ${width * HASH_BYTES} bytes, not ${bytes.length}`,
    )
  }
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

async function readHashes(id: TileId, readTile: ReadTile): Promise<Hash[]> {
  const found = await readTile(tilePath(id))
  if (found !== undefined) return splitTile(found, id.width)
  return splitTile(await readFull(id, readTile), TILE_WIDTH).slice(0, id.width)
}

/** A log may delete a partial tile once the full one is there (tlog-tiles, "Partial Tiles"). */
async function readFull(id: TileId, readTile: ReadTile): Promise<Uint8Array> {
  const full = id.width === TILE_WIDTH ? undefined : await readTile(tilePath({ ...id, width: TILE_WIDTH }))
  if (full === undefined) throw new LedgerError('missing-tile', `${tilePath(id)} is missing`)
  return full
}

/** Where a perfect subtree lies in the rows of tiles: a run of `2**(level mod 8)` hashes of one tile. */
function placeOf(id: NodeId): { level: number; tile: number; first: number; count: number } {
  const level = Math.floor(id.level / TILE_HEIGHT)
  const count = 2 ** (id.level % TILE_HEIGHT)
  const from = id.index * count
  return { level, tile: Math.floor(from / TILE_WIDTH), first: from % TILE_WIDTH, count }
}
