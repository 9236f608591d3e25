import type { LeaseView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { utcMinute } from '../../http/utc-minute.ts'
import { ruleInForce } from '../agency-rules/index.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'

type Row = { person_id: string; name: string; until: Date }

/** Who is on a tip at a moment: nobody once the lease has ended, whether or not its row is still there. */
const standingLease = async (tx: Transaction, tipId: string, now: Date): Promise<Row | undefined> => {
  const [row] = await tx.prepared<Row>(
    'lease-standing',
    `select l.person_id, p.name, l.until from tip_lease l join person p using (person_id) where l.tip_id = $1 and l.until > $2`,
    [tipId, now],
  )
  return row
}

const leased = ({ name, until }: Row): Problem =>
  new Problem('leased', `${name} is on this tip until ${utcMinute(until)}. You may take it over.`)

/**
 * Tells the agency that this person is on a tip, for the minutes of its rule; called again it goes on from now.
 * @throws Problem not-found, leased where somebody else is on it and taking over is not said
 */
export const takeLease = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  takeOver: boolean,
  now: Date,
): Promise<LeaseView> => {
  await loadOwnTip(tx, session, tipId)
  const standing = await standingLease(tx, tipId, now)
  const isOwn = standing?.person_id === session.personId
  if (standing && !isOwn && !takeOver) throw leased(standing)
  const minutes = await ruleInForce(tx, session.actor.agencyId, 'lease-minutes')
  const until = new Date(now.getTime() + minutes * 60_000)
  await tx.prepared(
    'lease-take',
    `insert into tip_lease (tip_id, agency_id, person_id, taken_at, until) values ($1, $2, $3, $4, $5)
     on conflict (tip_id) do update set person_id = excluded.person_id, taken_at = excluded.taken_at, until = excluded.until`,
    [tipId, session.actor.agencyId, session.personId, now, until],
  )
  await record(tx, now, {
    action: isOwn ? 'tip.lease-renewed' : standing ? 'tip.lease-taken-over' : 'tip.lease-taken',
    object: { kind: 'tip', id: tipId },
    details: standing && !isOwn ? { from: standing.person_id } : {},
  })
  return { by: session.personName, own: true, until: until.toISOString() }
}

const removeLease = (tx: Transaction, tipId: string) =>
  tx.prepared('lease-end', 'delete from tip_lease where tip_id = $1', [tipId])

/** Ends the person's own lease. One that somebody else has meanwhile stays, and is told. @throws Problem not-found */
export const releaseLease = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  now: Date,
): Promise<LeaseView | null> => {
  await loadOwnTip(tx, session, tipId)
  const standing = await standingLease(tx, tipId, now)
  if (!standing) return null
  if (standing.person_id !== session.personId)
    return { by: standing.name, own: false, until: standing.until.toISOString() }
  await removeLease(tx, tipId)
  await record(tx, now, { action: 'tip.lease-released', object: { kind: 'tip', id: tipId } })
  return null
}

/**
 * Before a decision: whoever else is on the tip is named, unless taking over is said. The decision ends the lease.
 * @throws Problem leased
 */
export const endLeaseByDecision = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  takeOver: boolean,
  now: Date,
): Promise<void> => {
  const standing = await standingLease(tx, tipId, now)
  if (!standing) return
  if (standing.person_id !== session.personId) {
    if (!takeOver) throw leased(standing)
    await record(tx, now, {
      action: 'tip.lease-taken-over',
      object: { kind: 'tip', id: tipId },
      details: { from: standing.person_id },
    })
  }
  await removeLease(tx, tipId)
}
