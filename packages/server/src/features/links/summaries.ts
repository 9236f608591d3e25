import type { Identifier } from '@opentipline/contract'
import type { LinkSummary } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { joinSaid } from './said.ts'

type Row = {
  report_id: string
  other: string
  kind: Identifier['kind']
  strength: 'strong' | 'weak'
  links: number
}

/**
 * A confirmed link counts as strong, a rejected one not at all. The agency's own word counts before the clearinghouse's, and without an
 * agency the clearinghouse's alone.
 */
const read = `
  select ends.report_id, ends.other, i.kind, ends.strength, count(*)::int as links
  from (
    select report_low as report_id, report_high as other, report_low, report_high, identifier_id, strength from link
    where report_low = any($1::bigint[])
    union all
    select report_high, report_low, report_low, report_high, identifier_id, strength from link where report_high = any($1::bigint[])
  ) found
  ${joinSaid('found', '$2::text')}
  cross join lateral (
    select found.report_id, found.other, found.identifier_id,
      case said.verdict when 'confirmed' then 'strong' else found.strength end as strength
  ) ends
  join identifier i on i.identifier_id = ends.identifier_id
  where said.verdict is distinct from 'rejected'
  group by ends.report_id, ends.other, i.kind, ends.strength
  order by ends.report_id, ends.other, i.kind, ends.strength`

/** The links of each report, as the judgement reads them: as found, or as an agency's people see them. */
export const readLinkSummaries = async (
  tx: Transaction,
  reportIds: string[],
  agencyId: string | null = null,
): Promise<Map<string, LinkSummary[]>> => {
  const rows = await tx.prepared<Row>('link-summaries', read, [reportIds, agencyId])
  const byReport = new Map<string, LinkSummary[]>()
  for (const row of rows) {
    const list = byReport.get(row.report_id) ?? []
    list.push({ reportId: row.other, kind: row.kind, strength: row.strength, count: row.links })
    byReport.set(row.report_id, list)
  }
  return byReport
}

/** Of the given reports, those on whose links an agency's people have spoken: `report agency`. */
export const readJudgedLinks = async (
  tx: Transaction,
  reportIds: string[],
  agencyIds: readonly string[],
): Promise<Set<string>> => {
  const rows = await tx.prepared<{ report_id: string; agency_id: string }>(
    'links-judged',
    `select report_low as report_id, agency_id from link_verdict
       where report_low = any($1::bigint[]) and agency_id = any($2::text[]) and undone_at is null
     union select report_high, agency_id from link_verdict
       where report_high = any($1::bigint[]) and agency_id = any($2::text[]) and undone_at is null`,
    [reportIds, agencyIds],
  )
  return new Set(rows.map((row) => `${row.report_id} ${row.agency_id}`))
}
