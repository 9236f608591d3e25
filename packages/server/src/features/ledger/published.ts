import { parseTilePath, type TileId, TILE_WIDTH } from '@opentipline/ledger'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { tileReader } from './read-tiles.ts'

/** A signed checkpoint with what witnesses said of it. */
export type Published = { size: number; note: string }

/** The newest checkpoint, or undefined before the first. */
export const newestCheckpoint = async (tx: Transaction): Promise<Published | undefined> => {
  const row = await tx.maybe(
    q.selectFrom('ledger_checkpoint').select(['size', 'note']).orderBy('size', 'desc').limit(1),
  )
  return row && withCosignatures(tx, row)
}

/** The checkpoint of just that size, if one was signed. */
export const checkpointOf = async (tx: Transaction, size: number): Promise<Published | undefined> => {
  const row = await tx.maybe(
    q.selectFrom('ledger_checkpoint').select(['size', 'note']).where('size', '=', String(size)),
  )
  return row && withCosignatures(tx, row)
}

const withCosignatures = async (tx: Transaction, row: { size: string; note: string }): Promise<Published> => {
  const lines = await tx.rows(
    q.selectFrom('ledger_cosignature').where('size', '=', row.size).select('line').orderBy('witness'),
  )
  return { size: Number(row.size), note: row.note + lines.map(({ line }) => `${line}\n`).join('') }
}

/** A tile or bundle that the newest checkpoint covers, else undefined. @throws LedgerError bad-path */
export const publishedTile = async (tx: Transaction, path: string): Promise<Uint8Array | undefined> => {
  const tile = parseTilePath(path)
  const newest = await newestCheckpoint(tx)
  return newest && isCovered(tile, newest.size) ? tileReader(tx)(path) : undefined
}

const isCovered = ({ level, index, width }: TileId, size: number): boolean =>
  index * TILE_WIDTH + width <= Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
