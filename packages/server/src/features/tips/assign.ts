import { type Assigned, type Colleague, queueWho } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from './load.ts'

/** Colleagues told at most: more than any agency has. */
const colleaguesMax = 1_000

const colleaguesSql = `
  select p.person_id as "personId", p.name from membership m join person p using (person_id)
  where m.agency_id = $1 and m.ended_at is null and p.disabled_at is null and m.role in ('officer', 'agency supervisor')
    and ($2::text is null or p.person_id = $2)
  order by p.name limit ${colleaguesMax}`

/** Those of the acting agency who work on tips, by name. */
export const listColleagues = (tx: Transaction, session: Session): Promise<Colleague[]> =>
  tx.prepared<Colleague>('colleagues', colleaguesSql, [session.actor.agencyId, null])

/**
 * Says whose a tip is within the agency, or nobody's. Whoever it is may leave it, and anybody may work on it all the same.
 * @throws Problem not-found, bad-request where that is nobody who works on tips here
 */
export const assignTip = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  personId: string | null,
  now: Date,
): Promise<Assigned | null> => {
  await loadOwnTip(tx, session, tipId)
  const { agencyId } = session.actor
  const object = { kind: 'tip', id: tipId }
  if (personId === null) {
    await tx.prepared('unassign', 'delete from tip_assignment where tip_id = $1', [tipId])
    await record(tx, now, { action: 'tip.unassigned', object })
    return null
  }
  const [colleague] = await tx.prepared<Colleague>('colleagues', colleaguesSql, [agencyId, personId])
  if (!colleague)
    throw new Problem('bad-request', 'Nobody of that name works on tips at your agency.', [
      { path: '/body/personId', message: 'is no colleague who works on tips' },
    ])
  await tx.prepared(
    'assign',
    `insert into tip_assignment (tip_id, agency_id, person_id, assigned_by, assigned_at) values ($1, $2, $3, $4, $5)
     on conflict (tip_id) do update set person_id = excluded.person_id, assigned_by = excluded.assigned_by,
       assigned_at = excluded.assigned_at`,
    [tipId, agencyId, personId, session.personId, now],
  )
  await record(tx, now, { action: 'tip.assigned', object, details: { to: personId } })
  return { name: colleague.name, own: personId === session.personId }
}

/** The agency's tips that are somebody's, with the position in `queueWho` of whose: the reader's own, or a colleague's. */
export const readWhose = async (tx: Transaction, session: Session): Promise<Map<number, number>> => {
  const rows = await tx.prepared<{ tip_id: string; mine: boolean }>(
    'assigned-whose',
    'select tip_id, person_id = $2 as mine from tip_assignment where agency_id = $1',
    [session.actor.agencyId, session.personId],
  )
  return new Map(rows.map((row) => [Number(row.tip_id), queueWho.indexOf(row.mine ? 'mine' : 'colleague')]))
}
