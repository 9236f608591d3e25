import type { AffiliateCount, AffiliateNode, Affiliates } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { readEntries } from './rows.ts'

/** Days over which what went to an affiliate is counted. */
const countedDays = 30

type NodeRow = { agency_id: string; name: string; lead_id: string; depth: number }
type OfferRow = { agency_id: string; offered: number; accepted: number; returned: number; unanswered: number }

const offersSql = `
  select r.to_agency as agency_id, count(*)::int as offered, count(r.accepted_at)::int as accepted,
    count(*) filter (where r.state = 'returned')::int as returned, count(*) filter (where r.state = 'offered')::int as unanswered
  from referral r where r.from_agency = $1 and r.offered_at >= $2 and r.state <> 'withdrawn' group by r.to_agency`

const leadSql = `
  select e.lead_agency as id, a.name, to_char(e.from_day, 'YYYY-MM-DD') as since
  from affiliate_entry e join agency a on a.agency_id = e.lead_agency
  where e.agency_id = $1 and e.from_day <= $2::date and (e.to_day is null or $2::date < e.to_day)`

/** The agency's affiliates, the tree below it, who leads it, and counts of what went there. */
export const listAffiliates = async (tx: Transaction, session: Session, now: Date): Promise<Affiliates> => {
  const { agencyId } = session.actor
  const day = now.toISOString().slice(0, 10)
  const since = new Date(now.getTime() - countedDays * 86_400_000)
  const entries = await readEntries(tx, session)
  const nodes = await tx.prepared<NodeRow>('affiliate-tree', 'select * from affiliate_tree($1)', [day])
  const [lead] = await tx.prepared<{ id: string; name: string; since: string }>('affiliate-lead', leadSql, [
    agencyId,
    day,
  ])
  const straight = await tx.prepared<{ agency_id: string; tips: number }>(
    'affiliate-straight',
    'select * from affiliate_straight_counts($1)',
    [since],
  )
  const offers = await tx.prepared<OfferRow>('affiliate-offers', offersSql, [agencyId, since])
  const ids = [...new Set(entries.map((entry) => entry.agencyId))]
  return {
    lead: lead ? { agencyId: lead.id, name: lead.name, since: lead.since } : null,
    entries,
    tree: nodes.map(
      (row): AffiliateNode => ({
        agencyId: row.agency_id,
        name: row.name,
        leadId: row.lead_id,
        depth: row.depth,
      }),
    ),
    counts: ids.map((id): AffiliateCount => {
      const offered = offers.find((row) => row.agency_id === id)
      return {
        agencyId: id,
        straight: straight.find((row) => row.agency_id === id)?.tips ?? 0,
        offered: offered?.offered ?? 0,
        accepted: offered?.accepted ?? 0,
        returned: offered?.returned ?? 0,
        unanswered: offered?.unanswered ?? 0,
      }
    }),
  }
}
