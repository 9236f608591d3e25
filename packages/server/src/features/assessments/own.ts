import type { Assessment } from '@opentipline/contract'
import type { OfficerRecord } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readJudgedLinks } from '../links/index.ts'

/** What an agency's people said of a report, which counts for that agency alone; and its label by the clearinghouse. */
export type Own = {
  records: OfficerRecord[]
  /** The label a person set, or null where the computed one stands. */
  label: Assessment['label'] | null
  /** Whether they confirmed or rejected one of its links. */
  judgedLinks: boolean
}
export const nothingOwn: Own = { records: [], label: null, judgedLinks: false }

export const pairKey = (reportId: string, agencyId: string): string => `${reportId} ${agencyId}`

type RecordRow = {
  report_id: string
  agency_id: string
  record_id: string
  signal: string
  value: 'true' | 'false'
}
type SaidRow = { report_id: string; label: Assessment['label'] | null }
type LabelRow = { report_id: string; agency_id: string; label: Assessment['label'] | null }

const recordsSql = `
  select report_id, agency_id, record_id, signal, value from officer_record
  where report_id = any($1::bigint[]) and agency_id = any($2::text[]) and withdrawn_at is null order by record_id`

const labelsSql = `
  select distinct on (report_id, agency_id) report_id, agency_id, label from label_override
  where report_id = any($1::bigint[]) and agency_id = any($2::text[]) order by report_id, agency_id, override_id desc`

const saidSql = `
  select distinct on (report_id) report_id, label from report_label
  where report_id = any($1::bigint[]) order by report_id, report_label_id desc`

/** What is each agency's own, by `pairKey`; pairs without anything are absent. */
export const readOwn = async (
  tx: Transaction,
  reportIds: string[],
  agencyIds: readonly string[],
): Promise<Map<string, Own>> => {
  const own = new Map<string, Own>()
  const at = (key: string): Own => {
    const known = own.get(key) ?? { ...nothingOwn, records: [] }
    own.set(key, known)
    return known
  }
  for (const row of await tx.prepared<RecordRow>('own-records', recordsSql, [reportIds, agencyIds]))
    at(pairKey(row.report_id, row.agency_id)).records.push({
      id: row.record_id,
      signal: row.signal,
      value: row.value,
    })
  const labels = await tx.prepared<LabelRow>('own-labels', labelsSql, [reportIds, agencyIds])
  for (const row of labels) at(pairKey(row.report_id, row.agency_id)).label = row.label
  // Where an agency's people said nothing of a label, the clearinghouse's word counts.
  const spoken = new Set(labels.map((row) => pairKey(row.report_id, row.agency_id)))
  for (const { report_id, label } of await tx.prepared<SaidRow>('said-labels', saidSql, [reportIds]))
    for (const key of agencyIds.map((agencyId) => pairKey(report_id, agencyId)))
      if (label !== null && !spoken.has(key)) at(key).label = label
  for (const key of await readJudgedLinks(tx, reportIds, agencyIds)) at(key).judgedLinks = true
  return own
}
