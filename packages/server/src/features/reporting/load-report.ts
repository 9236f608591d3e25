import { reportingChoices } from '@opentipline/formats'
import type { ReportState } from '../../db/tables.ts'
import type { TripStatement } from '../../db/one-trip.ts'
import type { Transaction } from '../../db/transaction.ts'
import { lapseAfterChangeHours, lapseAfterOpenedHours } from './choices.ts'
import { Refusal } from './refusal.ts'

export type OpenReport = { report_id: string; batched: boolean }
type Row = OpenReport & { state: ReportState; lapsed: boolean }

/** True, in SQL, of an open report whose time is over. */
export const lapsedSql = `(now() > greatest(opened_at + interval '${lapseAfterOpenedHours} hours',
  last_modified_at + interval '${lapseAfterChangeHours} hours'))`

/** True, in SQL, of a report that may still be changed. */
export const changeableSql = `(state = 'open' and not ${lapsedSql})`

/** Locks a report first, so that what the statements after it see is settled: two calls at once are one after the other. */
export const lockReport = (reportId: string): TripStatement => ({
  name: 'lock-report',
  text: 'select from report where report_id = $1 for update',
  values: [reportId],
})

const load = `select report_id, batched, state, ${lapsedSql} as lapsed from report where report_id = $1`

/**
 * The provider's own open report. Row security hides another account's, so it is told as missing.
 * @throws Refusal 5001, 5101, 5102
 */
export const loadOpenReport = async (
  tx: Transaction,
  reportId: string,
  lock: 'for update' | 'no lock' = 'no lock',
): Promise<OpenReport> => {
  const [row] =
    lock === 'for update'
      ? await tx.prepared<Row>('reporting-lock', `${load} for update`, [reportId])
      : await tx.prepared<Row>('reporting-load', load, [reportId])
  if (!row) throw new Refusal(5001)
  const refused = closedCode(row)
  if (refused) throw new Refusal(refused)
  return row
}

const closedCode = (row: Row): 5101 | 5102 | undefined => {
  switch (row.state) {
    case 'finished':
      return 5102
    case 'retracted':
      return 5101
    case 'expired':
      return reportingChoices.expiredReportCode
    case 'open':
      return row.lapsed ? reportingChoices.expiredReportCode : undefined
  }
}
