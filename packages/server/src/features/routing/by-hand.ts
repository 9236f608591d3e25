import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { orConflict } from '../../http/or-conflict.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { judgeForAgencies } from '../assessments/index.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { rankOf } from './rank.ts'
import { refire } from './refire.ts'

/**
 * The clearinghouse makes an unrouted report available to an agency, saying why. An availability: it decides nothing
 * for that agency. It shows at once by the standard policy, and the pipeline ranks it by the agency's own, which the
 * clearinghouse may not see.
 * @throws Problem not-found, conflict
 */
export const routeByHand = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: { reportId: string; agencyId: string; because: string },
  now: Date,
): Promise<void> => {
  await loadWaiting(tx, wish.reportId)
  await loadRecipient(tx, wish.agencyId)
  const policy = policies.standard
  const [judged] = await judgeForAgencies(tx, [{ ...wish, policy }], now)
  if (!judged) throw new Problem('conflict', 'This report has not been assessed yet. Try again in a moment.')
  const route = {
    agency: wish.agencyId,
    because: `By hand, by ${session.personName}: ${wish.because}`,
    confidence: 'medium',
    missing: [],
  }
  await orConflict(
    tx.prepared('route-by-hand', 'select route_by_hand($1, $2, $3, $4, $5)', [
      wish.reportId,
      wish.agencyId,
      session.personId,
      JSON.stringify(route),
      JSON.stringify(rankOf({ ...judged, assessmentId: null })),
    ]),
  )
  await refire(tx, wish.reportId, 'route')
  await record(tx, now, {
    action: 'report.routed-by-hand',
    object: { kind: 'report', id: wish.reportId },
    details: { agency: wish.agencyId },
  })
}

const loadWaiting = async (tx: Transaction, reportId: string): Promise<void> => {
  const waiting = /^\d{1,18}$/.test(reportId)
    ? await tx.maybe(
        q
          .selectFrom('unrouted')
          .where('report_id', '=', reportId)
          .where('resolved_at', 'is', null)
          .select('since'),
      )
    : undefined
  if (!waiting) throw new Problem('not-found', 'This report is not waiting to be routed.')
}

const loadRecipient = async (tx: Transaction, agencyId: string): Promise<void> => {
  const agency = await tx.maybe(
    q
      .selectFrom('agency')
      .where('agency_id', '=', agencyId)
      .where('kind', '<>', 'clearinghouse')
      .select('name'),
  )
  if (!agency) throw new Problem('bad-request', 'There is no such agency.')
}
