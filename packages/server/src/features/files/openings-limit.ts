import type { ViewingView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { ruleInForce } from '../agency-rules/index.ts'
import { record } from '../ledger/index.ts'

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** The agency's limit for the signed-in person today (UTC), and what is left; null where it has set none. */
export const readLimit = async (
  tx: Transaction,
  session: Session,
  now: Date,
): Promise<ViewingView['limit']> => {
  const perDay = await ruleInForce(tx, session.actor.agencyId, 'openings-a-day')
  if (perDay === 0) return null
  const [row] = await tx.prepared<{ opened: number; lifted: boolean }>(
    'openings-today',
    `select (select count(*)::int from file_opening where person_id = $1 and agency_id = $2 and opened_at >= $3::date) as opened,
       exists (select 1 from view_lift where person_id = $1 and agency_id = $2 and day = $3::date) as lifted`,
    [session.personId, session.actor.agencyId, dayOf(now)],
  )
  return {
    perDay,
    left: Math.max(0, perDay - (row?.opened ?? 0)),
    liftedToday: row?.lifted ?? false,
  }
}

/** Refuses one opening more than the agency's own rule allows. Openings of one person wait for each other here. @throws Problem openings-spent */
export const spendOpening = async (tx: Transaction, session: Session, now: Date): Promise<void> => {
  await tx.prepared('openings-one-by-one', 'select pg_advisory_xact_lock(hashtext($1))', [
    `opening ${session.personId}`,
  ])
  const limit = await readLimit(tx, session, now)
  if (limit && limit.left === 0 && !limit.liftedToday)
    throw new Problem('openings-spent', `Agency policy: ${limit.perDay} a day (UTC).`)
}

/** Lifts the limit for one person of the agency until the day is over. @throws Problem bad-request, not-allowed for oneself, conflict */
export const liftOpenings = async (
  tx: Transaction,
  session: Session,
  wish: { personId: string; because: string },
  now: Date,
): Promise<void> => {
  const { agencyId } = session.actor
  const member = await tx.maybe(
    q
      .selectFrom('membership')
      .where('person_id', '=', wish.personId)
      .where('agency_id', '=', agencyId)
      .where('ended_at', 'is', null)
      .select('person_id'),
  )
  if (!member)
    throw new Problem('bad-request', 'Your agency has no such person.', [
      { path: '/body/personId', message: 'is nobody of your agency' },
    ])
  if (wish.personId === session.personId)
    throw new Problem('not-allowed', 'Nobody lifts it for themselves: another supervisor does.')
  const made = await tx.prepared(
    'openings-lift',
    `insert into view_lift (agency_id, person_id, day, lifted_by, because, at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1`,
    [agencyId, wish.personId, dayOf(now), session.personId, wish.because, now],
  )
  if (made.length === 0) throw new Problem('conflict', 'It is lifted for today already.')
  await record(tx, now, {
    action: 'viewing.limit-lifted',
    object: { kind: 'person', id: wish.personId },
    details: { day: dayOf(now) },
  })
}
