import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { findOrphans } from './orphans.ts'
import { foundBy, raiseIncident } from './incidents.ts'

type ScrubServices = Pick<Services, 'database' | 'vault' | 'now'>
export type ScrubCounts = {
  files: number
  bytes: number
  intact: number
  mismatches: number
  notChecked: number
  /** Objects of the store that no row knows. They are told, never removed. Null while the run goes on. */
  orphans: number | null
}
type ScrubOptions = {
  actor: Extract<Actor, { kind: 'keeper' }>
  /** Bytes of evidence read a second at most, so that the store stays free for those who work. */
  bytesPerSecondMax: number
  /** Asked before each file: a scrub stops between two files and goes on from there the next time. */
  signal?: AbortSignal
  onProgress?: (done: number, of: number) => void
}

type Run = { run_id: string; begun_at: Date }
type Row = {
  file_id: string
  report_id: string
  size_bytes: string
  md5: string
  sha1: string
  sha256: string
  wrapped_key: Buffer
  key_id: string
  stored_bytes: string
  stored_sha256: string
}

/**
 * Re-hashes every file that was not looked at since the run began, the longest unseen first, and raises an incident
 * for each that is not what was received. One file is one transaction, claimed by its state, so that a scrub may be
 * stopped at any moment, run beside another, and be gone on with. Then the store is looked through for orphans.
 */
export const scrub = async (services: ScrubServices, options: ScrubOptions): Promise<ScrubCounts> => {
  const { actor, signal, onProgress } = options
  const run = await services.database.transaction(actor, (tx) => openRun(tx, services.now()))
  const of = await services.database.transaction(actor, (tx) => countLeft(tx, run))
  for (let done = 0; ; done += 1) {
    onProgress?.(done, of)
    if (signal?.aborted === true) break
    const startedMs = performance.now()
    const bytes = await services.database.transaction(actor, (tx) => scrubOne(services, tx, run))
    if (bytes === undefined) return finish(services, options, run)
    await pace(bytes, startedMs, options)
  }
  return services.database.transaction(actor, (tx) => readCounts(tx, run.run_id))
}

const openRun = async (tx: Transaction, now: Date): Promise<Run> => {
  await tx.rows(
    q
      .insertInto('scrub_run')
      .values({ begun_at: now })
      .onConflict((clash) => clash.doNothing()),
  )
  return tx.one(q.selectFrom('scrub_run').where('ended_at', 'is', null).select(['run_id', 'begun_at']))
}

const countLeft = async (tx: Transaction, { begun_at }: Run): Promise<number> => {
  const [row] = await tx.prepared<{ n: string }>(
    'scrub-left',
    'select count(*) as n from file where wrapped_key is not null and (checked_at is null or checked_at < $1)',
    [begun_at],
  )
  return Number(row?.n ?? 0)
}

const nextSql = `select file_id, report_id, size_bytes, md5, sha1, sha256, wrapped_key, key_id, stored_bytes, stored_sha256
  from file where wrapped_key is not null and (checked_at is null or checked_at < $1)
  order by checked_at nulls first, file_id limit 1 for no key update skip locked`

/** Verifies one file. Gives its bytes, or undefined when none is left. */
const scrubOne = async (services: ScrubServices, tx: Transaction, run: Run): Promise<number | undefined> => {
  const [row] = await tx.prepared<Row>('scrub-next', nextSql, [run.begun_at])
  if (!row) return undefined
  const verdict = await services.vault.verify({
    objectId: row.file_id,
    sizeBytes: Number(row.size_bytes),
    md5: row.md5,
    sha1: row.sha1,
    sha256: row.sha256,
    wrappedKey: row.wrapped_key,
    keyId: row.key_id,
    storedBytes: Number(row.stored_bytes),
    storedSha256: row.stored_sha256,
  })
  const now = services.now()
  if (verdict.outcome === 'mismatch') {
    const file = { fileId: row.file_id, reportId: row.report_id }
    await raiseIncident(tx, file, foundBy(verdict.error) ?? { kind: 'mismatch' }, 'scrub', now)
  }
  await tx.rows(
    q
      .updateTable('file')
      .set({ checked_at: now, ...(verdict.outcome === 'intact' ? { verified_at: now } : {}) })
      .where('file_id', '=', row.file_id),
  )
  await tx.prepared(
    'scrub-count',
    `update scrub_run set files = files + 1, bytes = bytes + $2, intact = intact + $3, mismatches = mismatches + $4,
       not_checked = not_checked + $5 where run_id = $1`,
    [
      run.run_id,
      row.size_bytes,
      Number(verdict.outcome === 'intact'),
      Number(verdict.outcome === 'mismatch'),
      Number(verdict.outcome === 'not-checked'),
    ],
  )
  return Number(row.size_bytes)
}

const pace = async (bytes: number, startedMs: number, { bytesPerSecondMax, signal }: ScrubOptions) => {
  const wanted = (bytes / bytesPerSecondMax) * 1_000
  const left = wanted - (performance.now() - startedMs)
  if (left > 1) await sleep(left, undefined, signal ? { signal } : {}).catch(() => undefined)
}

const finish = async (services: ScrubServices, { actor }: ScrubOptions, run: Run): Promise<ScrubCounts> => {
  const orphans = await findOrphans(services, actor)
  return services.database.transaction(actor, async (tx) => {
    const now = services.now()
    await tx.rows(
      q
        .updateTable('scrub_run')
        .set({ ended_at: now, orphans: String(orphans) })
        .where('run_id', '=', run.run_id)
        .where('ended_at', 'is', null),
    )
    const counts = await readCounts(tx, run.run_id)
    await record(tx, now, {
      action: 'vault.scrubbed',
      object: { kind: 'vault', id: 'vault' },
      details: {
        files: counts.files,
        mismatches: counts.mismatches,
        notChecked: counts.notChecked,
        orphans,
      },
    })
    return counts
  })
}

const readCounts = async (tx: Transaction, runId: string): Promise<ScrubCounts> => {
  const row = await tx.one(q.selectFrom('scrub_run').where('run_id', '=', runId).selectAll())
  return {
    files: Number(row.files),
    bytes: Number(row.bytes),
    intact: Number(row.intact),
    mismatches: Number(row.mismatches),
    notChecked: Number(row.not_checked),
    orphans: row.orphans === null ? null : Number(row.orphans),
  }
}

/** Whether a scrub is due: one was stopped, or the last ended more than this long ago. */
const hoursBetween = 24

/** Bytes a second of the nightly scrub: a tenth of what a plain disk reads. A choice. */
const nightlyBytesPerSecond = 20_000_000

/** Runs the scrub when a day is over since the last; called again and again. */
export const scrubWhenDue = async (services: ScrubServices, signal: AbortSignal): Promise<void> => {
  const actor = { role: 'tipline_keeper', kind: 'keeper', name: 'nightly' } as const
  const since = new Date(services.now().getTime() - hoursBetween * 3_600_000)
  const recent = await services.database.transaction(actor, (tx) =>
    tx.rows(q.selectFrom('scrub_run').where('ended_at', '>', since).select(sql<number>`1`.as('one'))),
  )
  if (recent.length === 0) await scrub(services, { actor, bytesPerSecondMax: nightlyBytesPerSecond, signal })
}
