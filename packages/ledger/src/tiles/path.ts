import { LedgerError } from '../error.ts'
import { TILE_HEIGHT, TILE_WIDTH } from '../limits.ts'
import { checkSize } from '../merkle/range.ts'

/** A tile of hashes (`level` 0 to 6) or a bundle of entries, its number in the row, and its width, 1 to 256. */
export type TileId = { level: number | 'entries'; index: number; width: number }

/**
 * The path of a tile below the log's prefix, as tlog-tiles has it: `tile/0/x001/067.p/3`, `tile/entries/000`.
 */
export function tilePath(tile: TileId): string {
  checkTile(tile)
  const suffix = tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`
  return `tile/${tile.level}/${groups(tile.index)}${suffix}`
}

/** Reads a path that `tilePath` writes; anything else throws `LedgerError` (`bad-path`). */
export function parseTilePath(path: string): TileId {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (match === null) throw new LedgerError('bad-path', `${path} is no tile path`)
  const [, level, digits, width] = match
  const tile: TileId = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number((digits ?? '').replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
  if (tilePath(tile) !== path) throw new LedgerError('bad-path', `${path} is not as tlog-tiles writes it`)
  return tile
}

/** How many hashes the row of tiles at `level` has in a log of `size` entries: `floor(size / 256**level)`. */
export function rowLength(level: number, size: number): number {
  checkSize(size)
  return Math.floor(size / 2 ** (TILE_HEIGHT * level))
}

/** The width of tile `index` of a row with `length` hashes; 0 when there is no such tile. */
export function widthOf(index: number, length: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, length - index * TILE_WIDTH))
}

/** Every tile and bundle of a log of `size` entries, bundles first, then level by level. Lazy: a log may be long. */
export function* tilesOf(size: number): Generator<TileId> {
  yield* rowOf('entries', size)
  for (let level = 0; rowLength(level, size) > 0; level++) yield* rowOf(level, rowLength(level, size))
}

function* rowOf(level: number | 'entries', length: number): Generator<TileId> {
  for (let index = 0; index * TILE_WIDTH < length; index++)
    yield { level, index, width: widthOf(index, length) }
}

function checkTile(tile: TileId): void {
  const levelOk =
    tile.level === 'entries' || (Number.isInteger(tile.level) && tile.level >= 0 && tile.level <= 63)
  const indexOk = Number.isSafeInteger(tile.index) && tile.index >= 0
  const widthOk = Number.isInteger(tile.width) && tile.width >= 1 && tile.width <= TILE_WIDTH
  if (!levelOk || !indexOk || !widthOk)
    throw new LedgerError('bad-path', `${JSON.stringify(tile)} is no tile`)
}

/** The index in groups of three digits, an `x` before all but the last: 1234067 is `x001/x234/067`. */
function groups(index: number): string {
  const text = String(index)
  const parts = text.padStart(Math.ceil(text.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
}
