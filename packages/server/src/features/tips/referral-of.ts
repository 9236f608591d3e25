import type { ReferralStep, ReferralView } from '@opentipline/contract'
import { afterReferral, ownerOf, type ReferralChain, referralRefusal } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** Steps of one chain shown at most. */
const stepsMax = 200

type Row = {
  referral_id: string
  from_agency: string
  from_name: string
  to_agency: string
  to_name: string
  state: ReferralStep['state']
  offered_by: string
  offered_at: Date
  reasons: string[]
  message: string
  accepted_by: string | null
  accepted_at: Date | null
  ended_by: string | null
  ended_at: Date | null
  ended_because: string
}

const stepsSql = `
  select r.referral_id, r.from_agency, f.name as from_name, r.to_agency, t.name as to_name, r.state, o.name as offered_by,
    r.offered_at, r.reasons, r.message, a.name as accepted_by, r.accepted_at, e.name as ended_by, r.ended_at, r.ended_because
  from referral r join agency f on f.agency_id = r.from_agency join agency t on t.agency_id = r.to_agency
    join person o on o.person_id = r.offered_by left join person a on a.person_id = r.accepted_by
    left join person e on e.person_id = r.ended_by
  where r.chain_id = $1 order by r.referral_id limit ${stepsMax}`

const acts = ['accept', 'return', 'withdraw'] as const

/** The chain of a tip as the acting agency sees it, or null where it was never offered. */
export const readReferral = async (
  tx: Transaction,
  session: Session,
  chainId: string | null,
): Promise<ReferralView | null> => {
  if (chainId === null) return null
  const rows = await tx.prepared<Row>('referral-steps', stepsSql, [chainId])
  const [first] = rows
  if (!first) return null
  const chain: ReferralChain = {
    root: first.from_agency,
    links: rows.map((row) => ({ from: row.from_agency, to: row.to_agency, state: row.state })),
  }
  const own = session.actor.agencyId
  const owner = ownerOf(chain)
  const named = rows.flatMap((row) => [
    { agencyId: row.from_agency, name: row.from_name },
    { agencyId: row.to_agency, name: row.to_name },
  ])
  const ofId = (id: string) => named.find(({ agencyId }) => agencyId === id) ?? { agencyId: id, name: id }
  const may = acts.filter((act) => referralRefusal(chain, { act, by: own }) === undefined)
  return {
    owner: ofId(owner),
    ours: owner === own,
    may,
    next: Object.fromEntries(
      may.map((act) => [act, ofId(ownerOf(afterReferral(chain, { act, by: own }))).name]),
    ),
    steps: rows.map(stepView),
  }
}

const stepView = (row: Row): ReferralStep => ({
  referralId: row.referral_id,
  from: { agencyId: row.from_agency, name: row.from_name },
  to: { agencyId: row.to_agency, name: row.to_name },
  state: row.state,
  offeredBy: row.offered_by,
  offeredAt: row.offered_at.toISOString(),
  reasons: row.reasons,
  message: row.message,
  acceptedBy: row.accepted_by,
  acceptedAt: row.accepted_at?.toISOString() ?? null,
  endedBy: row.ended_by,
  endedAt: row.ended_at?.toISOString() ?? null,
  endedBecause: row.ended_because,
  theirState: null,
})
