import type { OutcomeView } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { loadOwnCase } from '../cases/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { outcomeRows, outcomeView } from './views.ts'

/** Outcomes of one tip shown at most, the newest. */
const outcomesShownMax = 50

/** What the agency told of one of its tips, those withdrawn included. @throws Problem not-found */
export const listOutcomes = async (
  tx: Transaction,
  session: Session,
  tipId: string,
): Promise<{ outcomes: OutcomeView[] }> => {
  await loadOwnTip(tx, session, tipId)
  const rows = await tx.rows(
    outcomeRows
      .where('o.tip_id', '=', tipId)
      .where('o.agency_id', '=', session.actor.agencyId)
      .limit(outcomesShownMax),
  )
  return { outcomes: rows.map(outcomeView) }
}

/** The outcome that stands for each tip of a case that has one. @throws Problem not-found */
export const listCaseOutcomes = async (
  tx: Transaction,
  session: Session,
  caseId: string,
): Promise<{ outcomes: OutcomeView[] }> => {
  if (!/^\d{1,18}$/.test(caseId)) throw new Problem('not-found', 'There is no such case at your agency.')
  await loadOwnCase(tx, session, caseId)
  const rows = await tx.rows(
    outcomeRows
      .innerJoin('case_tip as ct', 'ct.tip_id', 'o.tip_id')
      .where('ct.case_id', '=', caseId)
      .where('ct.removed_at', 'is', null)
      .where('o.agency_id', '=', session.actor.agencyId)
      .where('o.withdrawn_at', 'is', null),
  )
  const newest = new Map<string, OutcomeView>()
  for (const row of rows) if (!newest.has(row.tip_id)) newest.set(row.tip_id, outcomeView(row))
  return { outcomes: [...newest.values()] }
}
