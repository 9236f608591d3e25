import type { Transaction } from '../../db/transaction.ts'

/**
 * One at a time speaks of a link for an agency, until its transaction ends: of two at once the later takes the place of the earlier, as
 * it would a minute after, and is not told that something failed.
 */
export const holdLink = async (
  tx: Transaction,
  agencyId: string,
  ends: { report_low: string; report_high: string; identifier_id: string },
): Promise<void> => {
  await tx.prepared('link-hold', 'select pg_advisory_xact_lock(hashtextextended($1, 10))', [
    `${agencyId} ${ends.report_low} ${ends.report_high} ${ends.identifier_id}`,
  ])
}
