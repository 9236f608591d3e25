import type { ReferralLine } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** Referrals shown at most; the newest. */
const shownMax = 200

type Row = {
  referral_id: string
  tip_id: string | null
  incoming: boolean
  other_id: string
  other_name: string
  state: ReferralLine['state']
  offered_at: Date
  answered_at: Date | null
  ended_because: string
}

const linesSql = `
  select r.referral_id, t.tip_id, r.to_agency = $1 as incoming, o.agency_id as other_id, o.name as other_name, r.state,
    r.offered_at, coalesce(r.ended_at, r.accepted_at) as answered_at, r.ended_because
  from referral r
    join agency o on o.agency_id = case when r.to_agency = $1 then r.from_agency else r.to_agency end
    left join tip t on t.tip_id = case when r.to_agency = $1 then r.to_tip else r.from_tip end
      and t.agency_id = $1 and t.withdrawn_at is null and t.available_at <= now()
  where r.from_agency = $1 or r.to_agency = $1
  order by (r.state = 'offered') desc, r.offered_at desc, r.referral_id desc limit ${shownMax}`

/** What the acting agency offered and was offered: what waits for an answer first, then the newest. */
export const listReferrals = async (tx: Transaction, session: Session): Promise<ReferralLine[]> => {
  const rows = await tx.prepared<Row>('referral-lines', linesSql, [session.actor.agencyId])
  return rows.map((row) => ({
    referralId: row.referral_id,
    tipId: row.tip_id,
    incoming: row.incoming,
    other: { agencyId: row.other_id, name: row.other_name },
    state: row.state,
    offeredAt: row.offered_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    because: row.ended_because,
  }))
}
