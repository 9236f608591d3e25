import {
  type ReportBundle,
  reportBundleCountedMax,
  type ReportBundleList,
  reportBundlesAmong,
  reportBundlesPageMax,
} from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

type Row = {
  bundle_id: string
  kind: ReportBundle['by']
  name: string
  reports: number
  is_least: boolean
  tips: number
  agencies: number
  first_at: Date
  last_at: Date
}

const view = (row: Row): ReportBundle => ({
  bundleId: row.bundle_id,
  by: row.kind,
  name: row.name,
  reports: row.reports,
  isLeast: row.is_least,
  tips: row.tips,
  agencies: row.agencies,
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
})

/** Where a page ended: how many reports its last bundle had, and its name. @throws Problem bad-request */
const readCursor = (after: string): [number, string] => {
  const [, reports, bundleId] = /^(\d{1,9})-((?:hash|near|batch)-[0-9a-f]{1,32})$/.exec(after) ?? []
  if (reports === undefined || bundleId === undefined)
    throw new Problem('bad-request', 'This page marker is not one of ours. Read the first page again.')
  return [Number(reports), bundleId]
}

/**
 * For the clearinghouse: items that stand behind several of the newest reports, the most reports first. What agencies made of
 * their tips is not in it. The reading is in the ledger.
 * @throws Problem bad-request for a page marker that is none
 */
export const listReportBundles = async (
  tx: Transaction,
  session: Session,
  after: string | undefined,
  now: Date,
): Promise<ReportBundleList> => {
  const [reports, bundleId] = after === undefined ? [null, null] : readCursor(after)
  const rows = await tx.prepared<Row>(
    'report-bundles',
    'select * from report_bundles($1, $2, $3, $4, $5) order by reports desc, bundle_id',
    [reportBundlesAmong, reportBundleCountedMax, reports, bundleId, reportBundlesPageMax + 1],
  )
  const page = rows.slice(0, reportBundlesPageMax)
  await record(tx, now, {
    action: 'report-bundles.listed',
    object: { kind: 'agency', id: session.actor.agencyId },
    details: { bundles: page.length },
  })
  const last = page.at(-1)
  return {
    bundles: page.map(view),
    ...(rows.length > page.length && last ? { next: `${last.reports}-${last.bundle_id}` } : {}),
  }
}
