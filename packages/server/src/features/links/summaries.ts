import type { Identifier } from '@opentipline/contract'
import type { LinkSummary } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

type Row = {
  report_id: string
  other: string
  kind: Identifier['kind']
  strength: 'strong' | 'weak'
  links: number
}

const read = `
  select ends.report_id, ends.other, i.kind, ends.strength, count(*)::int as links
  from (
    select report_low as report_id, report_high as other, identifier_id, strength from link where report_low = any($1::bigint[])
    union all
    select report_high, report_low, identifier_id, strength from link where report_high = any($1::bigint[])
  ) ends
  join identifier i using (identifier_id)
  group by ends.report_id, ends.other, i.kind, ends.strength
  order by ends.report_id, ends.other, i.kind`

/** The links of each report, as the judgement reads them. */
export const readLinkSummaries = async (
  tx: Transaction,
  reportIds: string[],
): Promise<Map<string, LinkSummary[]>> => {
  const rows = await tx.prepared<Row>('link-summaries', read, [reportIds])
  const byReport = new Map<string, LinkSummary[]>()
  for (const row of rows) {
    const list = byReport.get(row.report_id) ?? []
    list.push({ reportId: row.other, kind: row.kind, strength: row.strength, count: row.links })
    byReport.set(row.report_id, list)
  }
  return byReport
}
