import type { OutcomeView } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { outcomeRows, outcomeView } from './views.ts'

/** Takes an outcome of the agency back. That it was given stays on record. @throws Problem not-found, conflict */
export const withdrawOutcome = async (
  tx: Transaction,
  session: Session,
  outcomeId: string,
  now: Date,
): Promise<OutcomeView> => {
  const known = /^\d{1,18}$/.test(outcomeId)
    ? await tx.maybe(
        q
          .selectFrom('outcome')
          .where('outcome_id', '=', outcomeId)
          .where('agency_id', '=', session.actor.agencyId)
          .select(['tip_id', 'withdrawn_at'])
          .forUpdate(),
      )
    : undefined
  if (!known) throw new Problem('not-found', 'There is no such outcome at your agency.')
  if (known.withdrawn_at) throw new Problem('conflict', 'It was withdrawn already.')
  await tx.rows(
    q
      .updateTable('outcome')
      .set({ withdrawn_at: now, withdrawn_by: session.personId })
      .where('outcome_id', '=', outcomeId),
  )
  await record(tx, now, {
    action: 'outcome.withdrawn',
    object: { kind: 'tip', id: known.tip_id },
    details: { outcome: outcomeId },
  })
  return outcomeView(await tx.one(outcomeRows.where('o.outcome_id', '=', outcomeId)))
}
