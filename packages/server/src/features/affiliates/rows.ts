import type { AffiliateArea, AffiliateEntry } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'

/** Entries shown at most: those that hold, then the newest. */
const shownMax = 500

type EntryRow = {
  entry_id: string
  agency_id: string
  name: string
  areas: AffiliateArea[]
  straight: string[]
  from_day: string
  to_day: string | null
  because: string
  entered_by: string
  entered_at: Date
  ended_by: string | null
  ended_at: Date | null
  ended_because: string | null
}

const entriesSql = `
  select e.entry_id, e.agency_id, a.name, e.areas, e.straight, to_char(e.from_day, 'YYYY-MM-DD') as from_day,
    to_char(e.to_day, 'YYYY-MM-DD') as to_day, e.because, p.name as entered_by, e.entered_at, q.name as ended_by, e.ended_at,
    e.ended_because
  from affiliate_entry e join agency a using (agency_id) join person p on p.person_id = e.entered_by
    left join person q on q.person_id = e.ended_by
  where e.lead_agency = $1 and ($2::bigint is null or e.entry_id = $2)
  order by (e.to_day is null) desc, a.name, e.entry_id desc limit ${shownMax}`

const view = (row: EntryRow): AffiliateEntry => ({
  entryId: row.entry_id,
  agencyId: row.agency_id,
  name: row.name,
  areas: row.areas,
  straight: row.straight,
  from: row.from_day,
  to: row.to_day,
  because: row.because,
  entered: { by: row.entered_by, at: row.entered_at.toISOString() },
  ended:
    row.ended_by !== null && row.ended_at !== null
      ? { by: row.ended_by, at: row.ended_at.toISOString(), because: row.ended_because ?? '' }
      : null,
})

/** The acting agency's own entries. */
export const readEntries = async (tx: Transaction, session: Session): Promise<AffiliateEntry[]> =>
  (await tx.prepared<EntryRow>('affiliates', entriesSql, [session.actor.agencyId, null])).map(view)

/** One of them. @throws Problem not-found */
export const loadEntry = async (
  tx: Transaction,
  session: Session,
  entryId: string,
): Promise<AffiliateEntry> => {
  const [row] = /^\d{1,18}$/.test(entryId)
    ? await tx.prepared<EntryRow>('affiliates', entriesSql, [session.actor.agencyId, entryId])
    : []
  if (!row) throw new Problem('not-found', 'Your agency has no such entry.')
  return view(row)
}
