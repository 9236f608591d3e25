import type { Transaction } from '../../db/transaction.ts'
import { joinSaid, joinsReports } from './said.ts'

/** A link that joins two reports: a strong one nobody rejected, or a weak one that a person confirmed. */
export type Join = { low: string; high: string; because: string; link_id: string; confirmed: boolean }

/** Links read in one step at most: the crowd around a hub tells no more. */
const joinsMax = 2_000

const read = `
  select report_low as low, report_high as high, because, identifier_id as link_id, confirmed from (
    select l.report_low, l.report_high, l.because, l.identifier_id, said.verdict is not distinct from 'confirmed' as confirmed
    from (
      select * from link where report_low = any($1::bigint[]) union select * from link where report_high = any($1::bigint[])
    ) l
    ${joinSaid('l', '$2::text')}
    where ${joinsReports('l')}
  ) joining order by report_low, report_high limit $3`

/** The links that join these reports to others, as an agency's people see them. */
export const readJoins = (tx: Transaction, agencyId: string, reportIds: readonly string[]): Promise<Join[]> =>
  tx.prepared<Join>('links-join', read, [reportIds, agencyId, joinsMax])
