import type { LinkVerdict, LinkView } from '@opentipline/contract'
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
      .leftJoin(
        (eb) =>
          eb
            .selectFrom('link_verdict as w')
            .innerJoin('agency as a', 'a.agency_id', 'w.agency_id')
            .where('a.kind', '=', 'clearinghouse')
            .where('w.undone_at', 'is', null)
            .select(['w.report_low', 'w.report_high', 'w.identifier_id'])
            .select(['w.verdict', 'w.because', 'w.at', 'a.name'])
            .as('c'),
        (join) =>
          join
            .onRef('c.report_low', '=', 'link.report_low')
            .onRef('c.report_high', '=', 'link.report_high')
            .onRef('c.identifier_id', '=', 'link.identifier_id'),
      )
      .select([other.as('other'), 'link.strength', 'link.because', 'link.identifier_id', 'tip.tip_id'])
      .select(['v.verdict', 'v.because as verdict_because', 'v.at as verdict_at', 'p.name as verdict_by'])
      .select(['c.verdict as said', 'c.because as said_because', 'c.at as said_at', 'c.name as said_by'])
      .orderBy('link.strength')
      .orderBy('link.made_at')
      .orderBy('other')
      .orderBy('link.identifier_id')
      .limit(linksShownMax),
  )
  return rows.map((row) => ({
    reportId: row.other,
    tipId: row.tip_id,
    strength: row.strength,
    because: row.because,
    linkId: row.identifier_id,
    verdict: verdictOf(row.verdict, row.verdict_because, row.verdict_by, row.verdict_at),
    clearinghouse: verdictOf(row.said, row.said_because, row.said_by, row.said_at),
  }))
}

const verdictOf = (
  verdict: LinkVerdict['verdict'] | null,
  because: string | null,
  by: string | null,
  at: Date | null,
): LinkVerdict | null =>
  verdict && at ? { verdict, because: because ?? '', by: by ?? '', at: at.toISOString() } : null
