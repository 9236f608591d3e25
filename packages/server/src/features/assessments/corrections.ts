import type { PlaceFact } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

type Row = { report_id: string; correction_id: string; place: Omit<PlaceFact, 'evidence'> }

/** The last correction of each role of each report, as place facts. */
export const readCorrections = async (
  tx: Transaction,
  reportIds: string[],
): Promise<Map<string, PlaceFact[]>> => {
  const rows = await tx.prepared<Row>(
    'places-corrected',
    `select distinct on (report_id, role) report_id, correction_id, place from place_correction
     where report_id = any($1::bigint[]) order by report_id, role, correction_id desc`,
    [reportIds],
  )
  const byReport = new Map<string, PlaceFact[]>()
  for (const row of rows) {
    const fact: PlaceFact = { ...row.place, evidence: { from: 'record', ref: row.correction_id } }
    byReport.set(row.report_id, [...(byReport.get(row.report_id) ?? []), fact])
  }
  return byReport
}
