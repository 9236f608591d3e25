import { formatStatement, statementHash } from '@opentipline/ledger'
import type { Actor } from '../../db/actor.ts'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { record } from '../ledger/index.ts'
import { type DestructionRow, loadDestruction, underWords } from './destruction-view.ts'

type Served = Pick<Services, 'database' | 'vault' | 'now' | 'log'>
const keeper = { role: 'tipline_keeper', kind: 'keeper', name: 'destruction' } as const satisfies Actor

/**
 * Destroys a file that two persons agreed to destroy, in steps of which each is safe to be the last one before a power cut:
 * the key leaves the database (the deletion: nothing here opens the bytes any more), then the object leaves the store, then
 * that it is done is put on record with the statement of the certificate. Asked again, it goes on where it was.
 */
export const carryOut = async (services: Served, destructionId: string): Promise<void> => {
  const { database, vault, now } = services
  const fileId = await database.transaction(keeper, (tx) => destroyKey(tx, destructionId, now()))
  if (fileId === undefined) return
  await vault.remove(fileId)
  await database.transaction(keeper, (tx) => finish(tx, destructionId, now()))
}

/**
 * What is approved and was not finished: a server that was killed, a store that failed. Called again and again. One that
 * fails still is told of and holds up none of the others.
 */
export const finishDestructions = async (services: Served): Promise<void> => {
  const waiting = await services.database.transaction(keeper, (tx) =>
    tx.rows(
      q
        .selectFrom('file_destruction')
        .where('state', 'in', ['approved', 'key destroyed'])
        .select(['destruction_id', 'file_id'])
        .orderBy('destruction_id')
        .limit(destroyedAtOnce),
    ),
  )
  for (const { destruction_id, file_id } of waiting)
    await carryOut(services, destruction_id).catch((error: unknown) =>
      services.log.error({ fileId: file_id }, 'a destruction cannot be finished; it is tried again', error),
    )
}

/** Destructions that one look goes on with; the next look takes the next ones. */
const destroyedAtOnce = 100

const lock = (tx: Transaction, destructionId: string) =>
  tx.maybe(
    q
      .selectFrom('file_destruction')
      .where('destruction_id', '=', destructionId)
      .where('state', 'in', ['approved', 'key destroyed'])
      .select(['file_id', 'state'])
      .forUpdate(),
  )

/** Gives the file whose object is to be taken away, or undefined where there is nothing left to do. */
const destroyKey = async (tx: Transaction, destructionId: string, now: Date): Promise<string | undefined> => {
  const found = await lock(tx, destructionId)
  if (found?.state !== 'approved') return found?.file_id
  await tx.rows(
    q
      .updateTable('file')
      .set({ wrapped_key: null, destroyed_at: now })
      .where('file_id', '=', found.file_id)
      .where('wrapped_key', 'is not', null),
  )
  await tx.rows(
    q
      .updateTable('file_destruction')
      .set({ state: 'key destroyed', key_destroyed_at: now })
      .where('destruction_id', '=', destructionId),
  )
  await record(tx, now, {
    action: 'file.key-destroyed',
    object: { kind: 'file', id: found.file_id },
    details: { destruction: destructionId },
  })
  return found.file_id
}

const finish = async (tx: Transaction, destructionId: string, now: Date): Promise<void> => {
  // Two that come to this at once wait for each other here, and the second finds it done.
  if (!(await lock(tx, destructionId))) return
  const row = await loadDestruction(tx, destructionId)
  if (!row) throw new Error(`destruction ${destructionId} is not there`)
  const statement = statementOf(row, now)
  await tx.rows(
    q
      .updateTable('file_destruction')
      .set({ state: 'done', done_at: now, statement })
      .where('destruction_id', '=', destructionId),
  )
  await record(tx, now, {
    action: 'file.destroyed',
    object: { kind: 'file', id: row.file_id },
    reason: row.basis,
    details: {
      destruction: destructionId,
      report: row.report_id,
      sha256: row.sha256,
      proposedBy: row.proposed_by,
      approvedBy: row.decided_by ?? '',
      agency: row.agency_id,
      statement: statementHash(statement),
    },
  })
}

/** What the certificate says. Its last field is what a court would ask next, and what a program cannot know. */
const statementOf = (row: DestructionRow, now: Date): string =>
  formatStatement([
    ['File', row.file_id],
    ['Report', row.report_id],
    ['Bytes', row.size_bytes],
    ['SHA-256', row.sha256],
    ['SHA-1', row.sha1],
    ['MD5', row.md5],
    ['Destroyed for', `${row.agency} (${row.agency_id})`],
    ['Under', `${row.basis}: ${underWords(row)}`],
    ['Legal basis as stated', row.because],
    ['Proposed by', `${row.proposer} (${row.proposed_by}), ${row.proposed_at.toISOString()}`],
    ['Approved by', `${row.decider ?? ''} (${row.decided_by ?? ''}), ${row.decided_at?.toISOString() ?? ''}`],
    ['Key destroyed', row.key_destroyed_at?.toISOString() ?? ''],
    ['Object removed', now.toISOString()],
    [
      'Not covered',
      'copies made before: back-ups of the database and of the evidence store, and the write-ahead log of the database until it is overwritten',
    ],
  ])
