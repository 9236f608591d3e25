import {
  appendLeaves,
  decodeEntry,
  EMPTY_FRONTIER,
  type Frontier,
  frontierRoot,
  LedgerError,
  type LedgerEntry,
  leafHash,
  type LogProblem,
  openCheckpoint,
} from '@opentipline/ledger'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { OnProgress } from './export.ts'
import type { LedgerTrust } from './key.ts'
import { treeSize } from './sequence.ts'

/** Rows looked at at once: some megabytes. */
const batchRows = 2_048

type Columns = {
  entry_id: string
  at: string
  actor: string
  acting_for: string | null
  action: string
  object_kind: string
  object_id: string
}
type Row = { leaf_index: string; leaf_hash: Buffer; canonical: Buffer } & Columns & {
    [name in keyof Omit<Columns, 'entry_id'> as `s_${name}`]: string | null
  }
type Tell = (where: string, what: string) => void

const at = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') `
const rowsSql = `select l.leaf_index, l.leaf_hash, e.canonical, e.entry_id::text as entry_id, ${at('e.at')} as at, e.actor,
    e.acting_for, e.action, e.object_kind, e.object_id, ${at('s.at')} as s_at, s.actor as s_actor,
    s.acting_for as s_acting_for, s.action as s_action, s.object_kind as s_object_kind, s.object_id as s_object_id
  from ledger_leaf l join ledger_entry e using (entry_id) left join ledger_search s using (leaf_index)
  where l.leaf_index >= $1 and l.leaf_index < $2 order by l.leaf_index`

/**
 * Holds the rows of the database against each other: every placed entry against its hash, its columns and what the
 * auditor searches by, every checkpoint against the tree up to it, and looks for entries that have no place.
 */
export const checkRows = async (
  tx: Transaction,
  key: LedgerTrust,
  tell: Tell,
  onProgress: OnProgress,
): Promise<void> => {
  // The log may grow meanwhile: the checkpoints first, so that each is of the tree that is measured next, and of that no row beyond.
  const checkpoints = await signedRoots(tx, key, tell)
  const size = await treeSize(tx)
  let tree: Frontier = EMPTY_FRONTIER
  for (let from = 0; from < size; from += batchRows) {
    const end = Math.min(from + batchRows, size)
    const rows = await tx.prepared<Row>('ledger-check-rows', rowsSql, [from, end])
    if (rows.length !== end - from) tell('ledger_leaf', `rows from ${from} on are missing`)
    for (const row of rows) {
      checkRow(row, tell)
      tree = appendLeaves(tree, [row.leaf_hash])
      const root = checkpoints.get(tree.size)
      checkpoints.delete(tree.size)
      if (root && !root.equals(frontierRoot(tree)))
        tell(`checkpoint ${tree.size}`, 'is not of the entries before it')
    }
    onProgress(end, size)
  }
  for (const missing of checkpoints.keys()) tell(`checkpoint ${missing}`, `the log has only ${size} entries`)
  await checkUnplaced(tx, tell)
}

/** The root that each signed checkpoint vouches for, by size. */
const signedRoots = async (tx: Transaction, key: LedgerTrust, tell: Tell): Promise<Map<number, Buffer>> => {
  const roots = new Map<number, Buffer>()
  for (const row of await tx.rows(q.selectFrom('ledger_checkpoint').select(['size', 'root', 'note']))) {
    const opened = openCheckpoint(row.note, key.trust)
    if (!opened.ok) tell(`checkpoint ${row.size}`, opened.reason)
    else if (opened.checkpoint.size !== Number(row.size) || !row.root.equals(opened.checkpoint.root))
      tell(`checkpoint ${row.size}`, 'its row differs from its signed text')
    else roots.set(opened.checkpoint.size, row.root)
  }
  return roots
}

const checkRow = (row: Row, tell: Tell): void => {
  const where = `entry ${row.leaf_index}`
  if (!row.leaf_hash.equals(leafHash(row.canonical))) tell(where, 'does not have the hash it was placed with')
  const entry = readEntry(row.canonical)
  if (!entry) return tell(where, 'is not readable')
  const expected = columnsOf(entry)
  for (const [name, value] of Object.entries(expected)) {
    if (row[name as keyof Columns] !== value) tell(where, `its column ${name} differs from the entry`)
    if (name !== 'entry_id' && row[`s_${name}` as keyof Row] !== value)
      tell(where, `would not be found by its ${name}`)
  }
}

const readEntry = (canonical: Buffer): LedgerEntry | undefined => {
  try {
    return decodeEntry(canonical)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The columns as `entryRow` wrote them. */
const columnsOf = (entry: LedgerEntry): Columns => ({
  entry_id: entry.entryId,
  at: entry.at.replace('Z', '').replace(/\.(\d+)$/, (_, fraction: string) => `.${fraction.padEnd(6, '0')}`),
  actor: actorColumn(entry.actor),
  acting_for: entry.actingFor,
  action: entry.action,
  object_kind: entry.object.kind,
  object_id: entry.object.id,
})

const actorColumn = ({ kind, id }: LedgerEntry['actor']): string => {
  if (kind !== 'system') return `${kind}:${id}`
  return id === 'ledger' ? 'system:ledger' : id
}

const checkUnplaced = async (tx: Transaction, tell: Tell): Promise<void> => {
  const [lost] = await tx.prepared<{ entries: string }>(
    'ledger-check-unplaced',
    `select count(*) as entries from ledger_entry e
     where not exists (select from ledger_leaf l where l.entry_id = e.entry_id)
       and not exists (select from ledger_pending p where p.entry_id = e.entry_id)`,
    [],
  )
  if (lost && lost.entries !== '0')
    tell('ledger_entry', `${lost.entries} entries have no place and wait for none`)
}

/** Collects problems: all are counted, the first are told. */
export const problemList = (toldMax = 100) => {
  const problems: LogProblem[] = []
  let count = 0
  const tell: Tell = (where, what) => {
    if (count++ < toldMax) problems.push({ where, what })
  }
  return { tell, problems, count: () => count }
}
