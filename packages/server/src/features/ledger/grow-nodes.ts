import { rootOfHashes, TILE_WIDTH } from '@opentipline/ledger'
import type { Transaction } from '../../db/transaction.ts'

/** Levels of tiles above the leaves: 256 to the seventh leaves are more than a log may have. */
const levelsMax = 6
/** Subtrees closed at once, each of 256 hashes of 32 bytes: 8 MB of them. */
const closedMax = 1_024

const children = {
  leaves:
    'select leaf_hash as hash from ledger_leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index',
  nodes:
    'select hash from ledger_node where level = $3 and node_index >= $1 and node_index < $2 order by node_index',
}

/** Keeps the hash of every subtree of 256 that the log of `size` entries has filled and that is not kept yet. */
export const growNodes = async (tx: Transaction, size: number): Promise<void> => {
  let below = size
  for (let level = 1; level <= levelsMax && below >= TILE_WIDTH; level++) {
    below = Math.floor(below / TILE_WIDTH)
    await fillLevel(tx, level, below)
  }
}

const fillLevel = async (tx: Transaction, level: number, wanted: number): Promise<void> => {
  const [last] = await tx.prepared<{ next: string }>(
    'ledger-node-next',
    'select coalesce(max(node_index) + 1, 0) as next from ledger_node where level = $1',
    [level],
  )
  for (let from = Number(last?.next ?? 0); from < wanted; from += closedMax)
    await closeSubtrees(tx, level, from, Math.min(wanted, from + closedMax))
}

const closeSubtrees = async (tx: Transaction, level: number, from: number, to: number): Promise<void> => {
  const range = [from * TILE_WIDTH, to * TILE_WIDTH]
  const rows =
    level === 1
      ? await tx.prepared<{ hash: Buffer }>('ledger-leaves', children.leaves, range)
      : await tx.prepared<{ hash: Buffer }>('ledger-nodes', children.nodes, [...range, level - 1])
  if (rows.length !== (to - from) * TILE_WIDTH)
    throw new Error(`hashes of level ${level - 1} of the ledger are missing`)
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset)
  const hashes = indexes.map((_, offset) => {
    const part = rows.slice(offset * TILE_WIDTH, (offset + 1) * TILE_WIDTH)
    return Buffer.from(rootOfHashes(part.map((row) => row.hash)))
  })
  await tx.prepared(
    'ledger-nodes-add',
    'insert into ledger_node (level, node_index, hash) select $1, * from unnest($2::bigint[], $3::bytea[])',
    [level, indexes, hashes],
  )
}
