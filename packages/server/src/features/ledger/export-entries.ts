import type { LedgerFilter } from '@opentipline/contract'
import type { Actor } from '../../db/actor.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { fitting, recordSearch } from './search.ts'
import { treeSize } from './sequence.ts'

/** Entries read at once, each in a transaction of its own: a slow reader holds no connection. */
const readAtOnce = 1_000

/**
 * Every entry that fits and that the auditor may read, one a line, oldest first, byte for byte as it is hashed. Entries
 * that come while it runs are left for the next time.
 */
export const exportEntries = async (
  services: Pick<Services, 'database' | 'now'>,
  actor: Actor,
  wish: LedgerFilter,
): Promise<AsyncGenerator<Buffer>> => {
  // What is wrong with the wish is told before the first line, and the export is an entry before it is an answer.
  const size = await services.database.transaction(actor, async (tx) => {
    await tx.rows(linesFrom(wish, 0, 0).limit(0))
    await recordSearch(tx, 'ledger.exported', wish, services.now())
    return treeSize(tx)
  })
  return lines((from) => services.database.transaction(actor, (tx) => readFrom(tx, wish, from, size)))
}

type Line = { leaf_index: string; canonical: Buffer }

const linesFrom = (wish: LedgerFilter, from: number, size: number) =>
  fitting(wish)
    .where('s.leaf_index', '>=', String(from))
    .where('s.leaf_index', '<', String(size))
    .select(['s.leaf_index', 'e.canonical'])
    .orderBy('s.leaf_index')

const readFrom = (tx: Transaction, wish: LedgerFilter, from: number, size: number): Promise<Line[]> =>
  tx.rows(linesFrom(wish, from, size).limit(readAtOnce))

async function* lines(read: (from: number) => Promise<Line[]>): AsyncGenerator<Buffer> {
  let from = 0
  for (;;) {
    const rows = await read(from)
    const last = rows.at(-1)
    if (!last) return
    yield Buffer.concat(rows.flatMap((row) => [row.canonical, newline]))
    if (rows.length < readAtOnce) return
    from = Number(last.leaf_index) + 1
  }
}
const newline = Buffer.from('\n')
