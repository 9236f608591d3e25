import { type OwnReportRow, ownReportsPageMax, type QueryOf } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { ReportState } from '../../db/tables.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'

const pageDefault = 50

export type ReportRow = {
  report_id: string
  state: ReportState
  opened_at: Date
  closed_at: Date | null
  files: string
}

/** What a row tells of a report; row security leaves those of the provider and the environment. */
export const ownReportRows = q
  .selectFrom('report')
  .select(['report_id', 'state', 'opened_at', 'closed_at'])
  .select((eb) =>
    eb
      .selectFrom('file')
      .whereRef('file.report_id', '=', 'report.report_id')
      .select((count) => count.fn.countAll<string>().as('n'))
      .as('files'),
  )

export const ownReportRow = (row: Omit<ReportRow, 'files'> & { files: string | null }): OwnReportRow => ({
  reportId: row.report_id,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  fileCount: Number(row.files),
})

/** A page of the provider's reports, newest first. */
export const listOwnReports = async (
  tx: Transaction,
  providerId: number,
  wish: QueryOf<'listOwnReports'>,
  now: Date,
): Promise<{ reports: OwnReportRow[]; next?: string }> => {
  const limit = Math.min(wish.limit ?? pageDefault, ownReportsPageMax)
  // Named beside row security, which knows them too, so that the index of a provider's reports is used.
  let query = ownReportRows
    .where('provider_id', '=', providerId)
    .where('environment', '=', wish.environment)
    .orderBy('report_id', 'desc')
    .limit(limit + 1)
  if (wish.state !== undefined) query = query.where('state', '=', wish.state)
  if (wish.after !== undefined) query = query.where('report_id', '<', readCursor(wish.after))
  const rows = await tx.rows(query)
  await record(tx, now, {
    action: 'report.listed-by-provider',
    object: { kind: 'provider', id: String(providerId) },
    details: { environment: wish.environment, reports: Math.min(rows.length, limit) },
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    reports: page.map(ownReportRow),
    ...(rows.length > limit && last ? { next: last.report_id } : {}),
  }
}

const readCursor = (after: string): string => {
  if (/^[1-9]\d{0,15}$/.test(after)) return after
  throw new Problem('bad-request', 'This is no place to go on from.')
}
