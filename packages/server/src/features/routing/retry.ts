import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'

/** Gives a stuck report its tries again. @throws Problem not-found */
export const retryStuck = async (tx: Transaction, reportId: string, now: Date): Promise<void> => {
  const rows = /^\d{1,18}$/.test(reportId)
    ? await tx.rows(
        q
          .updateTable('work')
          .set({ state: 'ready', attempts: 0, not_before: now })
          .where('report_id', '=', reportId)
          .where('state', '=', 'stuck')
          .returning('stage'),
      )
    : []
  if (rows.length === 0) throw new Problem('not-found', 'This report is not stuck.')
  await record(tx, now, { action: 'report.retried', object: { kind: 'report', id: reportId } })
}
