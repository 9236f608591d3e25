import { createHash } from 'node:crypto'
import type { ImportResult } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import type { ReadImport } from './read-import.ts'

/** A document as it came, and what was read in it. */
export type Brought = { bytes: Buffer; contentType: string | null; read: ReadImport }

/**
 * Imports a law-enforcement JSON for the acting agency. The bytes are kept as they are, nothing in them is dropped;
 * the same bytes twice are one report, and a later document with the same number amends the report it already has.
 * @throws Problem unsupported-document, with where and why
 */
export const importReport = async (
  tx: Transaction,
  session: Session,
  { bytes, contentType, read }: Brought,
  now: Date,
): Promise<ImportResult> => {
  if (!read.ok)
    throw new Problem(
      'unsupported-document',
      'This is not a law-enforcement JSON that can be read. Nothing was stored.',
      read.problems,
    )
  const sha256 = createHash('sha256').update(bytes).digest()
  const agencyId = session.actor.agencyId
  const told = { unknownFieldCount: read.unknownFieldCount, notes: read.notes }
  const seen = await findSeen(tx, agencyId, sha256)
  if (seen) return { reportId: seen, created: false, ...told }
  const known = await findByNumber(tx, agencyId, read.sourceReportId)
  const { reportId, revision } = known
    ? await amend(tx, known, now)
    : { reportId: await open(tx, agencyId, read, now), revision: 1 }
  await keep(tx, { reportId, revision, agencyId, bytes, sha256, contentType, model: read.model, now })
  await record(tx, now, {
    action: revision === 1 ? 'report.imported' : 'report.amended',
    object: { kind: 'report', id: reportId },
    details: { sha256: sha256.toString('hex'), revision, unknownFields: told.unknownFieldCount },
  })
  return { reportId, created: true, ...told }
}

type Readable = Extract<ReadImport, { ok: true }>
type Known = { report_id: string; revision: number }

const findSeen = async (tx: Transaction, agencyId: string, sha256: Buffer): Promise<string | undefined> => {
  const [row] = await tx.prepared<{ report_id: string }>(
    'import-seen',
    'select report_id from import_seen where imported_for = $1 and sha256 = $2',
    [agencyId, sha256],
  )
  return row?.report_id
}

const findByNumber = async (
  tx: Transaction,
  agencyId: string,
  number: string | undefined,
): Promise<Known | undefined> => {
  if (number === undefined) return undefined
  // Not "for update": the pipeline may hold the report's work and add rows that refer to the report, and would wait for us
  // while we wait for it.
  const [row] = await tx.prepared<Known>(
    'import-known',
    'select report_id, revision from report where imported_for = $1 and source_report_id = $2 for no key update',
    [agencyId, number],
  )
  return row
}

const open = async (tx: Transaction, agencyId: string, read: Readable, now: Date): Promise<string> => {
  const [row] = await tx.prepared<{ report_id: string }>(
    'import-open',
    `insert into report (environment, origin, imported_for, state, batched, source_report_id, opened_at, last_modified_at, closed_at)
     values ('live', 'le-json', $1, 'finished', $2, $3, $4, $4, $4) returning report_id`,
    [agencyId, read.isBatched, read.sourceReportId ?? null, now],
  )
  if (!row) throw new Error('an insert gave no report id')
  return row.report_id
}

const amend = async (
  tx: Transaction,
  known: Known,
  now: Date,
): Promise<{ reportId: string; revision: number }> => {
  const revision = known.revision + 1
  await tx.prepared(
    'import-amend',
    'update report set revision = $2, last_modified_at = $3 where report_id = $1',
    [known.report_id, revision, now],
  )
  return { reportId: known.report_id, revision }
}

type Kept = {
  reportId: string
  revision: number
  agencyId: string
  bytes: Buffer
  sha256: Buffer
  contentType: string | null
  model: string
  now: Date
}

/** Keeps the bytes and the reading of them, and puts the report on its way (again). */
const keep = async (tx: Transaction, kept: Kept): Promise<void> => {
  const { reportId, revision, now } = kept
  await tx.prepared(
    'import-keep',
    `with document as (
       insert into document (report_id, environment, kind, bytes, sha256, content_type, received_at)
       values ($1, 'live', 'import', $2, $3, $4, $5) returning document_id)
     insert into report_revision (report_id, environment, revision, document_id, model, received_at)
     select $1, 'live', $6, document_id, $7::jsonb, $5 from document`,
    [reportId, kept.bytes, kept.sha256, kept.contentType, now, revision, kept.model],
  )
  await tx.prepared(
    'import-remember',
    'insert into import_seen (imported_for, sha256, report_id) values ($1, $2, $3)',
    [kept.agencyId, kept.sha256, reportId],
  )
  await tx.prepared(
    'import-hand-on',
    `insert into work (report_id, revision, stage, not_before, entered_at) values ($1, $2, 'normalise', $3, $3)
     on conflict (report_id) do update set revision = excluded.revision, stage = 'normalise', state = 'ready', attempts = 0, not_before = excluded.not_before`,
    [reportId, revision, now],
  )
}
