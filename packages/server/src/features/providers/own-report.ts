import type { OwnReport } from '@opentipline/contract'
import { type LintInput, lintReport } from '@opentipline/formats'
import { q } from '../../db/query.ts'
import type { Environment } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { type LedgerKey, receiptFor, record } from '../ledger/index.ts'
import { ownReportRow, ownReportRows } from './own-reports.ts'

/** Bytes of one report's documents that are looked through for advice: about 20 ms at the worst, while others wait. */
const lookedBytesMax = 65_536

const load = async (tx: Transaction, reportId: string) => {
  const report = await tx.maybe(
    ownReportRows.where('report_id', '=', reportId).select(['environment', 'credential_id']),
  )
  if (!report) throw new Problem('not-found', 'Your provider filed no such report in this environment.')
  return report
}

/** An own report: its state, its files, whether its receipt is there, and what could be stated better in it. */
export const readOwnReport = async (
  tx: Transaction,
  key: LedgerKey,
  reportId: string,
  environment: Environment,
  now: Date,
): Promise<OwnReport> => {
  const report = await load(tx, reportId)
  const { username } = await tx.one(
    q.selectFrom('provider_credential').where('credential_id', '=', report.credential_id).select('username'),
  )
  const files = await tx.rows(
    q
      .selectFrom('file as f')
      .leftJoin('file_details as d', 'd.file_id', 'f.file_id')
      .where('f.report_id', '=', reportId)
      .select(['f.file_id', 'f.size_bytes', 'f.sha256', 'd.document_id'])
      .orderBy('f.received_at')
      .orderBy('f.file_id'),
  )
  const { looked, of } = await documentsOf(tx, reportId)
  await record(tx, now, {
    action: 'report.read-by-provider',
    object: { kind: 'report', id: reportId },
    details: { environment },
  })
  return {
    ...ownReportRow(report),
    environment,
    username,
    files: files.map((file) => ({
      fileId: file.file_id,
      sizeBytes: Number(file.size_bytes),
      sha256: file.sha256,
      described: file.document_id !== null,
    })),
    receipt: report.state === 'finished' ? await receiptState(tx, key, reportId) : 'not due',
    check: lintReport(looked, { now }),
    documents: { looked: looked.length, of },
  }
}

const receiptState = async (
  tx: Transaction,
  key: LedgerKey,
  reportId: string,
): Promise<'ready' | 'not yet'> =>
  (await receiptFor(tx, key, reportId)).state === 'ready' ? 'ready' : 'not yet'

/** As the provider knows them: the report, and the files by their ids. The first of them that fit. */
const documentsOf = async (
  tx: Transaction,
  reportId: string,
): Promise<{ looked: LintInput[]; of: number }> => {
  const rows = await tx.prepared<{ bytes: Buffer | null; file_id: string | null }>(
    'own-report-documents',
    `select case when sum(length(d.bytes)) over (order by d.document_id) <= $2 then d.bytes end as bytes, f.file_id
     from document d left join file_details f on f.document_id = d.document_id
     where d.report_id = $1 order by d.document_id`,
    [reportId, lookedBytesMax],
  )
  const looked = rows.flatMap(({ bytes, file_id }) => (bytes ? [{ name: file_id ?? 'report', bytes }] : []))
  return { looked, of: rows.length }
}

/** The signed receipt of an own finished report. */
export const readOwnReceipt = async (
  tx: Transaction,
  key: LedgerKey,
  reportId: string,
  now: Date,
): Promise<{ receipt: string }> => {
  const { state } = await load(tx, reportId)
  if (state !== 'finished')
    throw new Problem('conflict', `The report is ${state}. There is a receipt for a finished one.`)
  const receipt = await receiptFor(tx, key, reportId)
  if (receipt.state !== 'ready')
    throw new Problem('not-ready', 'The receipt follows within ten seconds of the finish. Ask again then.')
  await record(tx, now, { action: 'report.receipt-read', object: { kind: 'report', id: reportId } })
  return { receipt: receipt.text }
}
