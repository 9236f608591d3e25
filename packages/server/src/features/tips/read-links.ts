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
      .select([other.as('other'), 'link.strength', 'link.because', 'tip.tip_id'])
      .orderBy('link.strength')
      .orderBy('link.made_at')
      .limit(linksShownMax),
  )
  return rows.map((row) => ({
    reportId: row.other,
    tipId: row.tip_id,
    strength: row.strength,
    because: row.because,
  }))
}
