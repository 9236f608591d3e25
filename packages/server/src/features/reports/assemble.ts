import type { Report, ReportFile } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

export type AssembledReport = {
  reportId: string
  revision: number
  providerId: number | null
  providerName: string | null
  state: string
  openedAt: Date
  finishedAt: Date | null
  importedFor: string | null
  report: Report
}

/**
 * The reports as received, whole: the submitted document, with each uploaded file and what was said of it. Reports the
 * actor may not see are simply absent. Order is that of `reportIds`, which are at most a batch of the pipeline.
 */
export const assembleReports = async (tx: Transaction, reportIds: string[]): Promise<AssembledReport[]> => {
  if (reportIds.length === 0) return []
  const heads = await tx.prepared<HeadRow>('assemble-heads', headsSql, [reportIds])
  const files = await tx.prepared<FileRow>('assemble-files', filesSql, [reportIds])
  const byId = new Map(heads.map((row) => [row.report_id, row]))
  return reportIds.flatMap((id) => {
    const head = byId.get(id)
    return head
      ? [
          assembled(
            head,
            files.filter((file) => file.report_id === id),
          ),
        ]
      : []
  })
}

/** One report, or undefined when the actor may not see it. */
export const assembleReport = async (
  tx: Transaction,
  reportId: string,
): Promise<AssembledReport | undefined> => (await assembleReports(tx, [reportId]))[0]

type HeadRow = {
  report_id: string
  revision: number
  provider_id: number | null
  provider_name: string | null
  state: string
  opened_at: Date
  closed_at: Date | null
  imported_for: string | null
  model: Report
}
type FileRow = {
  file_id: string
  report_id: string
  name_as_received: string | null
  size_bytes: string
  md5: string
  sha1: string
  sha256: string
  details: ReportFile | null
}

const headsSql = `
  select r.report_id, r.revision, r.provider_id, p.name as provider_name, r.state, r.opened_at, r.closed_at, r.imported_for, v.model
  from report r
  join report_revision v on v.report_id = r.report_id and v.revision = r.revision
  left join provider p on p.provider_id = r.provider_id
  where r.report_id = any($1::bigint[])`

const filesSql = `
  select f.file_id, f.report_id, f.name_as_received, f.size_bytes, f.md5, f.sha1, f.sha256, d.model as details
  from file f left join file_details d on d.file_id = f.file_id
  where f.report_id = any($1::bigint[]) order by f.received_at, f.file_id`

const assembled = (head: HeadRow, files: FileRow[]): AssembledReport => ({
  reportId: head.report_id,
  revision: head.revision,
  providerId: head.provider_id,
  providerName: head.provider_name ?? head.model.reporter.espName ?? null,
  state: head.state,
  openedAt: head.opened_at,
  finishedAt: head.closed_at,
  importedFor: head.imported_for,
  report: {
    ...head.model,
    reporter: {
      ...head.model.reporter,
      ...(head.provider_name === null ? {} : { espName: head.provider_name }),
    },
    files: [...head.model.files, ...files.map(withDetails)],
  },
})

/** A file nobody described says nothing of itself: every statement is "not stated". */
const undescribed = (fileId: string): ReportFile => ({
  fileId,
  viewState: 'not stated',
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
})

const withDetails = (row: FileRow): ReportFile => ({
  ...(row.details ?? undescribed(row.file_id)),
  fileId: row.file_id,
  received: {
    sizeBytes: Number(row.size_bytes),
    md5: row.md5,
    sha1: row.sha1,
    sha256: row.sha256,
    ...(row.name_as_received === null ? {} : { name: row.name_as_received }),
  },
})
