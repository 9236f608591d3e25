import type { Finding, PlaceFact, Signal } from '@opentipline/contract'
import { type LinkSummary, type OfficerRecord, signalsOf } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { AssembledReport } from '../reports/index.ts'

const read = `
  select f.report_id, f.body from finding f join report r on r.report_id = f.report_id and r.revision = f.revision
  where f.report_id = any($1::bigint[]) order by f.report_id, f.key`

/** The findings of each report's present revision. */
export const readFindings = async (tx: Transaction, ids: string[]): Promise<Map<string, Finding[]>> => {
  const rows = await tx.prepared<{ report_id: string; body: Finding }>('assess-findings', read, [ids])
  const byReport = new Map<string, Finding[]>()
  for (const row of rows) {
    const found = byReport.get(row.report_id)
    if (found) found.push(row.body)
    else byReport.set(row.report_id, [row.body])
  }
  return byReport
}

export type SignalInput = {
  head: AssembledReport
  findings: Finding[]
  places: PlaceFact[]
  links: LinkSummary[]
  records?: OfficerRecord[]
  /** UTC, ISO 8601. */
  at: string
}

/** The signals of a report as assembled, with what an agency recorded where that is given. */
export const signalsFrom = ({ head, findings, places, links, records, at }: SignalInput): Signal[] =>
  signalsOf({
    report: head.report,
    findings,
    places,
    links,
    ...(records === undefined ? {} : { records }),
    receivedAt: (head.finishedAt ?? head.openedAt).toISOString(),
    at,
  })

/** Places and signals as the last run kept them. */
export type KeptFacts = { revision: number; places: PlaceFact[]; signals: Signal[] }

/** The newest facts kept of each report. A report that was never judged is absent. */
export const readFacts = async (tx: Transaction, ids: string[]): Promise<Map<string, KeptFacts>> => {
  const rows = await tx.prepared<KeptFacts & { report_id: string }>(
    'facts-read',
    `select distinct on (report_id) report_id, revision, places, signals from report_facts
     where report_id = any($1::bigint[]) order by report_id, revision desc`,
    [ids],
  )
  return new Map(rows.map(({ report_id, ...facts }) => [report_id, facts]))
}
