import { exportLeJson } from '@opentipline/formats'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import { record } from '../ledger/index.ts'
import { assembleReport } from './assemble.ts'

/** A report in the law-enforcement JSON shape, as text. @throws Problem not-found when the actor may not see it */
export const exportReport = async (tx: Transaction, reportId: string, now: Date): Promise<string> => {
  const found = /^\d{1,18}$/.test(reportId) ? await assembleReport(tx, reportId) : undefined
  if (!found) throw new Problem('not-found', 'There is no such report that you may see.')
  const received = found.finishedAt ?? found.openedAt
  const text = exportLeJson(found.report, { reportId, dateReceived: received.toISOString() })
  await record(tx, now, {
    action: 'report.exported',
    object: { kind: 'report', id: reportId },
    details: { format: 'le-json' },
  })
  return text
}
