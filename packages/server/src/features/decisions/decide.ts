import {
  type DecisionRequest,
  type DecisionView,
  type InForce,
  undoWindowSeconds,
} from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import type { Services } from '../../platform/services.ts'
import { refuseUnlessTicked } from '../checklists/index.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip, readDecision, refuseUnlessOwner } from '../tips/index.ts'
import { needsCountersign } from './countersign.ts'
import { endLeaseByDecision } from './lease.ts'
import { offer } from './offer.ts'
import { checkReasons } from './reasons.ts'
import { stateAfter, stateOf } from './states.ts'
import { whatIsInForce } from './what-is-in-force.ts'

/** A hold further away than this is a decision in disguise; it can always be set again. */
const holdDaysMax = 366

type OwnTip = Awaited<ReturnType<typeof loadOwnTip>>
/** What is shipped and what an agency's own layers stand over. */
export type Books = Pick<Services, 'law' | 'checklists'>

/**
 * Records a decision by the signed-in person on one of their agency's tips. It shows at once and takes effect after
 * the undo window: until then a referral does not show at the other agency. Where the agency's rule asks for a second
 * person it waits for them, and takes effect when they agree.
 * @throws Problem not-found, bad-request (also where the agency's own rule asks for an item of a checklist first), conflict where it is another agency's or waits for a colleague, leased
 */
export const decide = async (
  tx: Transaction,
  session: Session,
  books: Books,
  tipId: string,
  wish: DecisionRequest,
  now: Date,
): Promise<DecisionView> => {
  const found = await loadOwnTip(tx, session, tipId)
  await checkWish(tx, session, wish, now)
  await refuseUnlessOwner(tx, found)
  if (found.state === 'offered')
    throw new Problem('conflict', 'It is offered to another agency. Withdraw the offer first.')
  await refuseUnlessTicked(tx, books.checklists, found, wish.kind)
  const tip = found.state === 'waiting' ? await takeBackWaiting(tx, session, found, now) : found
  await endLeaseByDecision(tx, session, tipId, wish.takeOver === true, now)
  const waits = await needsCountersign(tx, session, wish.kind, tip.band_rank)
  const takesEffectAt = waits ? null : new Date(now.getTime() + undoWindowSeconds * 1000)
  const inForce = await whatIsInForce(tx, session, books.law, tip, now)
  const decisionId = await insertDecision(tx, session, tip, wish, { now, takesEffectAt, inForce })
  await tx.rows(
    q
      .updateTable('tip')
      .set(
        waits
          ? { state: 'waiting', held_until: null }
          : {
              state: stateAfter[wish.kind],
              held_until: wish.kind === 'hold' ? (wish.holdUntil ?? null) : null,
            },
      )
      .where('tip_id', '=', tipId),
  )
  await keepClocks(tx, [tipId], now)
  if (takesEffectAt && wish.kind === 'refer' && wish.referTo)
    await offer(tx, session, {
      tipId,
      decisionId,
      to: wish.referTo,
      reasons: wish.reasons,
      tellThem: wish.tellThem ?? '',
      showsAt: takesEffectAt,
      now,
    })
  await record(tx, now, {
    action: 'tip.decided',
    object: { kind: 'tip', id: tipId },
    details: {
      decision: decisionId,
      kind: wish.kind,
      reasons: wish.reasons.join(','),
      policy: tip.policy_id,
      version: tip.policy_version,
      waits,
    },
  })
  const made = await readDecision(tx, decisionId)
  if (!made) throw new Error('a decision that was just made is not there')
  return made
}

const insertDecision = async (
  tx: Transaction,
  session: Session,
  tip: OwnTip,
  wish: DecisionRequest,
  { now, takesEffectAt, inForce }: { now: Date; takesEffectAt: Date | null; inForce: InForce },
): Promise<string> => {
  const { decision_id } = await tx.one(
    q
      .insertInto('decision')
      .values({
        tip_id: tip.tip_id,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        kind: wish.kind,
        reasons: wish.reasons,
        note: wish.note,
        tell_them: wish.kind === 'refer' ? (wish.tellThem ?? '') : '',
        refer_to: wish.kind === 'refer' ? (wish.referTo ?? null) : null,
        hold_until: wish.kind === 'hold' ? (wish.holdUntil ?? null) : null,
        state_before: tip.state,
        held_until_before: tip.held_until,
        policy_id: tip.policy_id,
        policy_version: tip.policy_version,
        revision: tip.revision,
        decided_at: now,
        takes_effect_at: takesEffectAt,
        needs_countersign: takesEffectAt === null,
        in_force: JSON.stringify(inForce),
      })
      .returning('decision_id'),
  )
  return decision_id
}

/** Whoever waits for a countersignature may decide anew: that takes the waiting decision back. A colleague may not. */
const takeBackWaiting = async (
  tx: Transaction,
  session: Session,
  tip: OwnTip,
  now: Date,
): Promise<OwnTip> => {
  const waiting = await tx.maybe(
    q
      .selectFrom('decision')
      .where('tip_id', '=', tip.tip_id)
      .where('undone_at', 'is', null)
      .where('takes_effect_at', 'is', null)
      .select(['decision_id', 'person_id', 'state_before', 'held_until_before'])
      .orderBy('decision_id', 'desc')
      .limit(1),
  )
  if (!waiting) throw new Error(`tip ${tip.tip_id} waits and no decision on it does`)
  if (waiting.person_id !== session.personId)
    throw new Problem(
      'conflict',
      'A colleague’s decision on it waits for a countersignature. Agree to it or refuse it first.',
    )
  await tx.rows(
    q.updateTable('decision').set({ undone_at: now }).where('decision_id', '=', waiting.decision_id),
  )
  return { ...tip, state: stateOf(waiting.state_before), held_until: waiting.held_until_before }
}

const checkWish = async (
  tx: Transaction,
  session: Session,
  wish: DecisionRequest,
  now: Date,
): Promise<void> => {
  await checkReasons(tx, session, wish.kind, wish.reasons)
  if (wish.reasons.includes('other') && wish.note.trim() === '')
    refuse('/body/note', 'Say the other reason in the note.')
  if (wish.kind === 'refer') await checkRecipient(tx, session, wish.referTo)
  if (wish.kind === 'hold') checkHold(wish.holdUntil, now)
}

const checkHold = (until: string | undefined, now: Date): void => {
  const at = until === undefined ? Number.NaN : Date.parse(until)
  if (Number.isNaN(at)) refuse('/body/holdUntil', 'Choose until when to hold it.')
  if (at <= now.getTime()) refuse('/body/holdUntil', 'A hold ends in the future.')
  if (at > now.getTime() + holdDaysMax * 86_400_000)
    refuse('/body/holdUntil', `A hold is for ${holdDaysMax} days at most; it can be set again.`)
}

const refuse = (path: string, message: string): never => {
  throw new Problem('bad-request', message, [{ path, message }])
}

const checkRecipient = async (
  tx: Transaction,
  session: Session,
  agencyId: string | undefined,
): Promise<void> => {
  if (!agencyId) return refuse('/body/referTo', 'Choose the agency to refer it to.')
  if (agencyId === session.actor.agencyId) refuse('/body/referTo', 'It is with your agency already.')
  const agency = await tx.maybe(q.selectFrom('agency').where('agency_id', '=', agencyId).select('kind'))
  if (!agency) refuse('/body/referTo', 'There is no such agency.')
  if (agency?.kind === 'clearinghouse')
    refuse(
      '/body/referTo',
      'The clearinghouse holds every report already; to ask it for more, choose "request".',
    )
}
