import { encodeBundle, parseTilePath, type ReadTile, TILE_WIDTH } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'

const leaves = `select leaf_hash as part from ledger_leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index`
const nodes = `select hash as part from ledger_node where level = $3 and node_index >= $1 and node_index < $2 order by node_index`
const entries = `select e.canonical as part from ledger_leaf l join ledger_entry e using (entry_id)
  where l.leaf_index >= $1 and l.leaf_index < $2 order by l.leaf_index`

/**
 * Reads the log's tiles and bundles (tlog-tiles paths) from the rows they are made of, at any width that is there.
 * What it gives is only as good as the rows: verify it against a signed root.
 */
export const tileReader = (tx: Transaction): ReadTile => {
  // Proofs ask for several tiles at once; a connection answers one question at a time.
  let before: Promise<unknown> = Promise.resolve()
  return (path) => {
    const read = before.then(() => readOne(tx, path))
    before = read.catch(() => undefined)
    return read
  }
}

const readOne = async (tx: Transaction, path: string): Promise<Uint8Array | undefined> => {
  const { level, index, width } = parseTilePath(path)
  const parts = await readParts(tx, level, [index * TILE_WIDTH, index * TILE_WIDTH + width])
  if (parts.length < width) return undefined
  return level === 'entries' ? encodeBundle(parts) : Buffer.concat(parts)
}

const readParts = async (tx: Transaction, level: number | 'entries', range: number[]): Promise<Buffer[]> => {
  const rows =
    level === 'entries'
      ? await tx.prepared<{ part: Buffer }>('ledger-tile-entries', entries, range)
      : level === 0
        ? await tx.prepared<{ part: Buffer }>('ledger-tile-leaves', leaves, range)
        : await tx.prepared<{ part: Buffer }>('ledger-tile-nodes', nodes, [...range, level])
  return rows.map((row) => row.part)
}
