import type { OrphanView } from '@opentipline/contract'
import type { ObjectEntry } from '@opentipline/vault'
import type { Actor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'

/** Ids of the store that are looked up at once. */
const lookedUpAtOnce = 500
/** Names kept at most: with more there is one cause to find, such as a database that was restored without its objects. */
const orphansKeptMax = 1_000

type Orphan = ObjectEntry & { kind: OrphanView['kind'] }

/**
 * Looks through the store for objects that no row knows, or whose row says that they are destroyed, and keeps their names in
 * place of those of the last look. Nothing is removed. One that is on its way in just now may be among them, and is not the
 * next time. Gives how many there are.
 */
export const findOrphans = async (
  services: Pick<Services, 'database' | 'vault' | 'now'>,
  actor: Extract<Actor, { kind: 'keeper' }>,
): Promise<number> => {
  const found: Orphan[] = []
  let count = 0
  let entries: ObjectEntry[] = []
  const look = async (): Promise<void> => {
    const orphans = await services.database.transaction(actor, (tx) => orphansOf(tx, entries))
    entries = []
    count += orphans.length
    found.push(...orphans.slice(0, Math.max(0, orphansKeptMax - found.length)))
  }
  for await (const entry of services.vault.list()) {
    entries.push(entry)
    if (entries.length === lookedUpAtOnce) await look()
  }
  if (entries.length > 0) await look()
  await services.database.transaction(actor, (tx) => keep(tx, found, services.now()))
  return count
}

const orphansOf = async (tx: Transaction, entries: readonly ObjectEntry[]): Promise<Orphan[]> => {
  const ids = entries.map(({ objectId }) => objectId)
  const rows = await tx.rows(
    q.selectFrom('file').where('file_id', 'in', ids).select(['file_id', 'destroyed_at']),
  )
  const known = new Map(rows.map((row) => [row.file_id, row.destroyed_at]))
  return entries.flatMap((entry) => {
    const destroyedAt = known.get(entry.objectId)
    if (destroyedAt === null) return []
    return [{ ...entry, kind: destroyedAt === undefined ? ('unknown' as const) : ('destroyed' as const) }]
  })
}

const keep = async (tx: Transaction, found: readonly Orphan[], now: Date): Promise<void> => {
  await tx.rows(q.deleteFrom('scrub_orphan'))
  await tx.prepared(
    'orphans-keep',
    `insert into scrub_orphan (object_id, stored_bytes, kind, found_at)
     select *, $4::timestamptz from unnest($1::text[], $2::bigint[], $3::text[])`,
    [
      found.map((each) => each.objectId),
      found.map((each) => each.storedBytes),
      found.map((each) => each.kind),
      now,
    ],
  )
}

/** Those of the last look, by name. */
export const listOrphans = async (tx: Transaction): Promise<OrphanView[]> => {
  const rows = await tx.rows(
    q.selectFrom('scrub_orphan').selectAll().orderBy('object_id').limit(orphansKeptMax),
  )
  return rows.map((row) => ({
    objectId: row.object_id,
    storedBytes: Number(row.stored_bytes),
    kind: row.kind,
    foundAt: row.found_at.toISOString(),
  }))
}
