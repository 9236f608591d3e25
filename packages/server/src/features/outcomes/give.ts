import type { OutcomeRequest, OutcomeView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { loadOwnCase } from '../cases/index.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { outcomeRows, outcomeView } from './views.ts'

/**
 * Tells what came of a tip of the agency. Nobody has to; the newest that was not withdrawn stands. Those who worked on
 * the report are told in the same transaction.
 * @throws Problem not-found
 */
export const giveOutcome = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  wish: OutcomeRequest,
  now: Date,
): Promise<OutcomeView> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const { outcome_id } = await tx.one(
    q
      .insertInto('outcome')
      .values({
        tip_id: tipId,
        report_id: tip.report_id,
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        results: wish.results,
        usefulness: wish.usefulness,
        missing: wish.missing,
        audience: wish.audience,
        words: wish.words.trim(),
        at: now,
      })
      .returning('outcome_id'),
  )
  const [told] = await tx.prepared<{ people: number }>('tell-outcome', 'select tell_outcome($1) as people', [
    outcome_id,
  ])
  await record(tx, now, {
    action: 'outcome.given',
    object: { kind: 'tip', id: tipId },
    details: {
      outcome: outcome_id,
      results: wish.results.join(','),
      usefulness: wish.usefulness,
      audience: wish.audience,
      told: told?.people ?? 0,
    },
  })
  return outcomeView(await tx.one(outcomeRows.where('o.outcome_id', '=', outcome_id)))
}

/** The same for the listed tips of a case: each has an outcome of its own. @throws Problem not-found, bad-request */
export const giveCaseOutcome = async (
  tx: Transaction,
  session: Session,
  wish: { caseId: string; tipIds: readonly string[]; outcome: OutcomeRequest },
  now: Date,
): Promise<{ outcomes: OutcomeView[] }> => {
  await loadOwnCase(tx, session, wish.caseId)
  const members = await tx.rows(
    q
      .selectFrom('case_tip')
      .where('case_id', '=', wish.caseId)
      .where('removed_at', 'is', null)
      .select('tip_id'),
  )
  const strangers = wish.tipIds.filter((tipId) => !members.some((each) => each.tip_id === tipId))
  if (strangers.length > 0)
    throw new Problem(
      'bad-request',
      'Nothing was told: the list names tips that are not in this case.',
      strangers.map((tipId) => ({ path: '/body/tipIds', message: `Tip ${tipId} is not in this case.` })),
    )
  const outcomes: OutcomeView[] = []
  for (const tipId of wish.tipIds.toSorted())
    outcomes.push(await giveOutcome(tx, session, tipId, wish.outcome, now))
  return { outcomes }
}
