import type { DecisionView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip, readDecision } from '../tips/index.ts'
import { orConflict } from '../../http/or-conflict.ts'
import { stateOf } from './states.ts'

/**
 * Takes back one's own decision while it has not taken effect; the tip stands as before. The decision stays on
 * record as undone.
 * @throws Problem not-found, not-allowed (somebody else's), already-decided (it has taken effect, or a later one stands)
 */
export const undoDecision = async (
  tx: Transaction,
  session: Session,
  decisionId: string,
  now: Date,
): Promise<DecisionView> => {
  const decision = /^\d{1,18}$/.test(decisionId)
    ? await tx.maybe(q.selectFrom('decision').where('decision_id', '=', decisionId).selectAll())
    : undefined
  if (!decision) throw new Problem('not-found', 'There is no such decision.')
  if (decision.person_id !== session.personId)
    throw new Problem('not-allowed', 'Only who decided may take it back.')
  const tip = await loadOwnTip(tx, session, decision.tip_id)
  const later = await tx.maybe(
    q
      .selectFrom('decision')
      .where('tip_id', '=', decision.tip_id)
      .where('undone_at', 'is', null)
      .select('decision_id')
      .orderBy('decision_id', 'desc')
      .limit(1),
  )
  if (later?.decision_id !== decision.decision_id)
    throw new Problem('already-decided', 'A later decision stands, or this one was taken back already.')
  if (decision.takes_effect_at && decision.takes_effect_at <= now)
    throw new Problem('already-decided', 'It has taken effect. Reopen the tip instead.')
  if (!decision.takes_effect_at && tip.state !== 'waiting')
    throw new Problem('already-decided', 'A second person has answered it already.')
  await tx.rows(q.updateTable('decision').set({ undone_at: now }).where('decision_id', '=', decisionId))
  await tx.rows(
    q
      .updateTable('tip')
      .set({ state: stateOf(decision.state_before), held_until: decision.held_until_before })
      .where('tip_id', '=', decision.tip_id),
  )
  await keepClocks(tx, [decision.tip_id], now)
  if (decision.refer_to && decision.takes_effect_at)
    await orConflict(
      tx.prepared('withdraw-offer', 'select withdraw_offer($1, $2)', [
        decision.tip_id,
        'The decision was taken back.',
      ]),
    )
  await record(tx, now, {
    action: 'tip.decision-undone',
    object: { kind: 'tip', id: decision.tip_id },
    details: { decision: decisionId },
  })
  const view = await readDecision(tx, decisionId)
  if (!view) throw new Error('an undone decision is not there')
  return view
}
