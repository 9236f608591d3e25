import type { LinkView } from '@opentipline/contract'
import { sql } from 'kysely'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

/** Links shown of one tip at most: a viral item has thousands, and nobody reads them one by one. */
const linksShownMax = 200

/** The links of a report of which the acting agency may see both ends. */
export const readLinks = async (tx: Transaction, reportId: string): Promise<LinkView[]> => {
  const other = sql<string>`case when link.report_low = ${reportId}::bigint then link.report_high else link.report_low end`
  const rows = await tx.rows(
    q
      .selectFrom('link')
      .leftJoin('tip', (join) =>
        join.on('tip.report_id', '=', other).on(sql<boolean>`tip.agency_id = any(app_agencies())`),
      )
      .where((eb) => eb.or([eb('link.report_low', '=', reportId), eb('link.report_high', '=', reportId)]))
      .leftJoin('link_verdict as v', (join) =>
        join
          .onRef('v.report_low', '=', 'link.report_low')
          .onRef('v.report_high', '=', 'link.report_high')
          .onRef('v.identifier_id', '=', 'link.identifier_id')
          .on('v.undone_at', 'is', null)
          .on(sql<boolean>`v.agency_id = any(app_agencies())`),
      )
      .leftJoin('person as p', 'p.person_id', 'v.person_id')
      .select([other.as('other'), 'link.strength', 'link.because', 'link.identifier_id', 'tip.tip_id'])
      .select(['v.verdict', 'v.because as verdict_because', 'v.at as verdict_at', 'p.name as verdict_by'])
      .orderBy('link.strength')
      .orderBy('link.made_at')
      .limit(linksShownMax),
  )
  return rows.map((row) => ({
    reportId: row.other,
    tipId: row.tip_id,
    strength: row.strength,
    because: row.because,
    linkId: row.identifier_id,
    verdict:
      row.verdict && row.verdict_at
        ? {
            verdict: row.verdict,
            because: row.verdict_because ?? '',
            by: row.verdict_by ?? '',
            at: row.verdict_at.toISOString(),
          }
        : null,
  }))
}
