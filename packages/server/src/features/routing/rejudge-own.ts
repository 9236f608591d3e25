import type { Transaction } from '../../db/transaction.ts'
import { recordAll } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { judgeTips } from './judge-tips.ts'
import { keepClocksOfReports } from './keep-clocks.ts'
import { holdPolicies } from './policy-switch.ts'
import { reRank } from './re-rank.ts'

const hold = `
  select from tip where report_id = any($1::bigint[]) and agency_id = $2 order by tip_id for update`

/**
 * Judges an agency's tips of these reports anew after its own people said something, and moves them at once. Tips of other
 * agencies are not touched.
 */
export const rejudgeOwn = async (
  tx: Transaction,
  policies: PolicyBook,
  agencyId: string,
  reportIds: readonly string[],
  now: Date,
): Promise<void> => {
  await holdPolicies(tx)
  // Locked before they are judged, as the pipeline does: of two judgements the later one has read what the earlier wrote.
  await tx.prepared('tips-hold', hold, [reportIds, agencyId])
  const policy = (await policies.inForce(tx, [agencyId])).get(agencyId) ?? policies.standard
  const ranked = await judgeTips(
    tx,
    reportIds.map((reportId) => ({ reportId, agencyId, policy })),
    now,
  )
  await recordAll(tx, now, await reRank(tx, ranked, now))
  await keepClocksOfReports(tx, reportIds, now)
}
