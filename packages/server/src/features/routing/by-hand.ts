import type { Assessment, PlaceFact } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { readLinkSummaries } from '../links/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { assembleReport } from '../reports/index.ts'
import { rankOf } from './rank.ts'

/**
 * The clearinghouse makes an unrouted report available to an agency, saying why. An availability: it decides nothing
 * for that agency.
 * @throws Problem not-found, conflict
 */
export const routeByHand = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: { reportId: string; agencyId: string; because: string },
  now: Date,
): Promise<void> => {
  const head = /^\d{1,18}$/.test(wish.reportId) ? await assembleReport(tx, wish.reportId) : undefined
  const waiting =
    head &&
    (await tx.maybe(
      q
        .selectFrom('unrouted')
        .where('report_id', '=', wish.reportId)
        .where('resolved_at', 'is', null)
        .select('since'),
    ))
  if (!head || !waiting) throw new Problem('not-found', 'This report is not waiting to be routed.')
  const agency = await tx.maybe(
    q
      .selectFrom('agency')
      .where('agency_id', '=', wish.agencyId)
      .where('kind', '<>', 'clearinghouse')
      .select('name'),
  )
  if (!agency) throw new Problem('bad-request', 'There is no such agency.')
  const policy = policies.of(wish.agencyId)
  const links = await readLinkSummaries(tx, [wish.reportId])
  const rank = rankOf({
    head,
    assessment: await assessmentUnder(tx, wish.reportId, head.revision, policy),
    policy,
    places: await placesOfReport(tx, wish.reportId, head.revision),
    linkCount: links.get(wish.reportId)?.length ?? 0,
  })
  const route = {
    agency: wish.agencyId,
    because: `By hand, by ${session.personName}: ${wish.because}`,
    confidence: 'medium',
    missing: [],
  }
  await tx.prepared('route-by-hand', 'select route_by_hand($1, $2, $3, $4, $5)', [
    wish.reportId,
    wish.agencyId,
    session.personId,
    JSON.stringify(route),
    JSON.stringify(rank),
  ])
  await record(tx, now, {
    action: 'report.routed-by-hand',
    object: { kind: 'report', id: wish.reportId },
    details: { agency: wish.agencyId },
  })
}

const assessmentUnder = async (
  tx: Transaction,
  reportId: string,
  revision: number,
  policy: { id: string; version: number },
): Promise<Assessment> => {
  const row = await tx.maybe(
    q
      .selectFrom('assessment')
      .where('report_id', '=', reportId)
      .where('revision', '=', revision)
      .where('policy_id', '=', policy.id)
      .where('policy_version', '=', policy.version)
      .select('body'),
  )
  if (!row) throw new Problem('conflict', 'This report has not been assessed yet. Try again in a moment.')
  return row.body
}

const placesOfReport = async (tx: Transaction, reportId: string, revision: number): Promise<PlaceFact[]> => {
  const row = await tx.maybe(
    q
      .selectFrom('report_facts')
      .where('report_id', '=', reportId)
      .where('revision', '=', revision)
      .select('places'),
  )
  return row?.places ?? []
}
