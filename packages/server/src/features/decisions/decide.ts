import {
  type DecisionRequest,
  type DecisionView,
  decisionReasons,
  type TipState,
  undoWindowSeconds,
} from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip, readDecision } from '../tips/index.ts'

/** A hold further away than this is a decision in disguise; it can always be set again. */
const holdDaysMax = 366

/**
 * Records a decision by the signed-in person on one of their agency's tips. It shows at once and takes effect after
 * the undo window: until then a referral does not show at the other agency.
 * @throws Problem not-found, bad-request
 */
export const decide = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  wish: DecisionRequest,
  now: Date,
): Promise<DecisionView> => {
  const tip = await loadOwnTip(tx, session, tipId)
  checkWish(wish, session, now)
  if (wish.referTo) await checkRecipient(tx, wish.referTo)
  const takesEffectAt = new Date(now.getTime() + undoWindowSeconds * 1000)
  const { decision_id } = await tx.one(
    q
      .insertInto('decision')
      .values({
        tip_id: tipId,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        kind: wish.kind,
        reasons: wish.reasons,
        note: wish.note,
        refer_to: wish.kind === 'refer' ? (wish.referTo ?? null) : null,
        hold_until: wish.kind === 'hold' ? (wish.holdUntil ?? null) : null,
        state_before: tip.state,
        held_until_before: tip.held_until,
        policy_id: tip.policy_id,
        policy_version: tip.policy_version,
        revision: tip.revision,
        decided_at: now,
        takes_effect_at: takesEffectAt,
      })
      .returning('decision_id'),
  )
  await tx.rows(
    q
      .updateTable('tip')
      .set({
        state: stateAfter[wish.kind],
        held_until: wish.kind === 'hold' ? (wish.holdUntil ?? null) : null,
      })
      .where('tip_id', '=', tipId),
  )
  await keepClocks(tx, [tipId], now)
  if (wish.kind === 'refer' && wish.referTo) await offer(tx, session, tipId, wish, takesEffectAt)
  await record(tx, now, {
    action: 'tip.decided',
    object: { kind: 'tip', id: tipId },
    details: {
      decision: decision_id,
      kind: wish.kind,
      reasons: wish.reasons.join(','),
      policy: tip.policy_id,
      version: tip.policy_version,
    },
  })
  const made = await readDecision(tx, decision_id)
  if (!made) throw new Error('a decision that was just made is not there')
  return made
}

const stateAfter: Record<DecisionRequest['kind'], Exclude<TipState, 'open'>> = {
  pursue: 'pursued',
  decline: 'declined',
  refer: 'referred',
  hold: 'held',
  request: 'requested',
}

const checkWish = (wish: DecisionRequest, session: Session, now: Date): void => {
  const known: readonly { code: string }[] = decisionReasons[wish.kind]
  const unknown = wish.reasons.find((code) => !known.some((reason) => reason.code === code))
  if (unknown !== undefined) refuse('/body/reasons', `"${unknown}" is not a reason to ${wish.kind}.`)
  if (wish.reasons.includes('other') && wish.note.trim() === '')
    refuse('/body/note', 'Say the other reason in the note.')
  if (wish.kind === 'refer' && !wish.referTo) refuse('/body/referTo', 'Choose the agency to refer it to.')
  if (wish.kind === 'refer' && wish.referTo === session.actor.agencyId)
    refuse('/body/referTo', 'It is with your agency already.')
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

const checkRecipient = async (tx: Transaction, agencyId: string): Promise<void> => {
  const agency = await tx.maybe(q.selectFrom('agency').where('agency_id', '=', agencyId).select('kind'))
  if (!agency) refuse('/body/referTo', 'There is no such agency.')
  if (agency?.kind === 'clearinghouse')
    refuse(
      '/body/referTo',
      'The clearinghouse holds every report already; to ask it for more, choose "request".',
    )
}

const offer = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  wish: DecisionRequest,
  showsAt: Date,
): Promise<void> => {
  const route = {
    agency: wish.referTo,
    because: `Referred by ${session.membership.agency.name}.`,
    confidence: 'high',
    missing: [],
  }
  await tx.prepared('offer-tip', 'select offer_tip($1, $2, $3, $4)', [
    tipId,
    wish.referTo,
    showsAt,
    JSON.stringify(route),
  ])
}
