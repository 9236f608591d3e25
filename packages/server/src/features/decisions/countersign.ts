import type { DecisionKind, DecisionView, TipState } from '@opentipline/contract'
import { asksCountersign } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { ruleInForce } from '../agency-rules/index.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip, readDecision } from '../tips/index.ts'
import { offer } from './offer.ts'
import { stateAfter, stateOf } from './states.ts'

/** Whether the agency's rule asks for a second person on this decision. */
export const needsCountersign = async (
  tx: Transaction,
  session: Session,
  kind: DecisionKind,
  bandRank: number,
): Promise<boolean> => {
  const { agencyId } = session.actor
  const kinds = await ruleInForce(tx, agencyId, 'countersign-kinds')
  if (!kinds.includes(kind)) return false
  const topBands = await ruleInForce(tx, agencyId, 'countersign-top-bands')
  return asksCountersign({ kinds, topBands }, kind, bandRank)
}

const loadDecision = async (tx: Transaction, session: Session, decisionId: string) => {
  const decision = /^\d{1,18}$/.test(decisionId)
    ? await tx.maybe(
        q
          .selectFrom('decision')
          .where('decision_id', '=', decisionId)
          .where('agency_id', '=', session.actor.agencyId)
          .selectAll(),
      )
    : undefined
  if (!decision) throw new Problem('not-found', 'There is no such decision.')
  return decision
}

/**
 * A second person agrees, and the decision takes effect now; or refuses with a reason, and the tip stands as before.
 * @throws Problem not-found, not-allowed for one's own, conflict where it does not wait (any more), bad-request without a reason
 */
export const countersign = async (
  tx: Transaction,
  session: Session,
  decisionId: string,
  { verdict, because }: { verdict: 'given' | 'refused'; because: string },
  now: Date,
): Promise<DecisionView> => {
  const first = await loadDecision(tx, session, decisionId)
  const tip = await loadOwnTip(tx, session, first.tip_id)
  // Read again now that the tip is locked: what was found stays so.
  const decision = await loadDecision(tx, session, decisionId)
  if (decision.person_id === session.personId)
    throw new Problem('not-allowed', 'A second person countersigns: nobody countersigns their own decision.')
  if (
    !decision.needs_countersign ||
    decision.takes_effect_at ||
    decision.undone_at ||
    tip.state !== 'waiting'
  )
    throw new Problem('conflict', 'This decision does not wait for a countersignature.')
  if (verdict === 'refused' && because.trim() === '')
    throw new Problem('bad-request', 'Say why you refuse.', [{ path: '/body/because', message: 'is empty' }])
  await tx.prepared(
    'countersign',
    'insert into countersignature (decision_id, agency_id, person_id, verdict, because, at) values ($1, $2, $3, $4, $5, $6)',
    [decisionId, session.actor.agencyId, session.personId, verdict, because.trim(), now],
  )
  let state: TipState = stateOf(decision.state_before)
  let heldUntil = decision.held_until_before
  if (verdict === 'given') {
    await tx.rows(
      q.updateTable('decision').set({ takes_effect_at: now }).where('decision_id', '=', decisionId),
    )
    state = stateAfter[decision.kind]
    heldUntil = decision.kind === 'hold' ? decision.hold_until : null
  }
  await tx.rows(q.updateTable('tip').set({ state, held_until: heldUntil }).where('tip_id', '=', tip.tip_id))
  await keepClocks(tx, [tip.tip_id], now)
  if (verdict === 'given' && decision.refer_to)
    await offer(tx, session, {
      tipId: tip.tip_id,
      decisionId,
      to: decision.refer_to,
      reasons: decision.reasons,
      tellThem: decision.tell_them,
      showsAt: now,
      now,
    })
  await record(tx, now, {
    action: verdict === 'given' ? 'tip.countersigned' : 'tip.countersign-refused',
    object: { kind: 'tip', id: tip.tip_id },
    details: { decision: decisionId, decidedBy: decision.person_id, kind: decision.kind },
  })
  const view = await readDecision(tx, decisionId)
  if (!view) throw new Error('a decision that was just countersigned is not there')
  return view
}
