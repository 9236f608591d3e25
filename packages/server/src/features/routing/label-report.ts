import type { ReviewedLabel } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { refire } from './refire.ts'
import { readLabels } from './review-labels.ts'

/**
 * The clearinghouse says whether a report is enough to work on, or goes back to the computed label. It stands beside what was
 * computed, and the report is judged anew for every agency; where an agency's own people said something, that counts.
 * @throws Problem not-found, conflict while the report has not been judged
 */
export const labelReport = async (
  tx: Transaction,
  session: Session,
  wish: { reportId: string; label: ReviewedLabel['computed'] | null; because: string },
  now: Date,
): Promise<ReviewedLabel> => {
  const { reportId, label, because } = wish
  if (!/^\d{1,18}$/.test(reportId) || (await readLabels(tx, reportId)).length === 0)
    throw new Problem('not-found', 'There is no such report that has been judged.')
  await tx.rows(
    q.insertInto('report_label').values({
      report_id: reportId,
      agency_id: session.actor.agencyId,
      person_id: session.personId,
      label,
      because,
      at: now,
    }),
  )
  await refire(tx, reportId, 'assess')
  await record(tx, now, {
    action: 'report.label-set',
    object: { kind: 'report', id: reportId },
    details: { label: label ?? 'computed' },
  })
  const [made] = await readLabels(tx, reportId)
  if (!made) throw new Error('a label that was just set is not there')
  return made
}
