import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'

/** Has the clocks of all the agency's tips worked out anew; the sweep does it, a batch at a time. */
export const remakeClocks = async (tx: Transaction, session: Session): Promise<void> => {
  await tx.prepared(
    'clocks-remake',
    `insert into clock_work (tip_id, agency_id) select tip_id, agency_id from tip
     where agency_id = $1 and withdrawn_at is null on conflict (tip_id) do nothing`,
    [session.actor.agencyId],
  )
}
