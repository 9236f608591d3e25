import type { Affiliation } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

/** Every affiliation that holds on a day, for routing. The pipeline reads them all. */
export const affiliationsOn = (tx: Transaction, day: string): Promise<Affiliation[]> =>
  tx.prepared<Affiliation>(
    'affiliations',
    `select e.lead_agency as lead, l.name as "leadName", e.agency_id as agency, a.name, e.areas, e.straight,
       to_char(e.from_day, 'YYYY-MM-DD') as from, to_char(e.to_day, 'YYYY-MM-DD') as to
     from affiliate_entry e join agency l on l.agency_id = e.lead_agency join agency a on a.agency_id = e.agency_id
     where e.from_day <= $1::date and (e.to_day is null or $1::date < e.to_day) order by e.entry_id`,
    [day],
  )
