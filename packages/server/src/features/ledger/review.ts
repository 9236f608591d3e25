import { type LedgerReview, ledgerReviewsMax } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { newestCheckpoint } from './published.ts'
import { record } from './record.ts'

const select = () =>
  q
    .selectFrom('ledger_review as r')
    .innerJoin('person as p', 'p.person_id', 'r.person_id')
    .innerJoin('agency as a', 'a.agency_id', 'r.agency_id')
    .select(['r.review_id', 'r.up_to', 'r.noticed', 'r.at', 'p.name as by', 'a.name as agency'])
type Row = { review_id: string; up_to: string; noticed: string; at: Date; by: string; agency: string }

const viewOf = (row: Row): LedgerReview => ({
  reviewId: row.review_id,
  agency: row.agency,
  by: row.by,
  upTo: Number(row.up_to),
  noticed: row.noticed,
  at: row.at.toISOString(),
})

/** The reviews that the auditor may read, newest first. */
export const listReviews = async (tx: Transaction): Promise<{ reviews: LedgerReview[] }> => ({
  reviews: (await tx.rows(select().orderBy('r.review_id', 'desc').limit(ledgerReviewsMax))).map(viewOf),
})

/**
 * Records that the log was reviewed up to an entry that a signed checkpoint covers: what is not signed yet can still be
 * ordered anew. What was noticed stays with the review; the log says that there was one.
 * @throws Problem bad-request
 */
export const reviewLedger = async (
  tx: Transaction,
  session: Session,
  wish: { upTo: number; noticed: string },
  now: Date,
): Promise<LedgerReview> => {
  const size = (await newestCheckpoint(tx))?.size ?? 0
  if (wish.upTo > size)
    throw new Problem('bad-request', `The signed log has ${size} entries.`, [
      { path: '/body/upTo', message: `is more than ${size}` },
    ])
  const { review_id } = await tx.one(
    q
      .insertInto('ledger_review')
      .values({
        agency_id: session.actor.agencyId,
        person_id: session.personId,
        up_to: String(wish.upTo),
        noticed: wish.noticed,
        at: now,
      })
      .returning('review_id'),
  )
  await record(tx, now, {
    action: 'ledger.reviewed',
    object: { kind: 'ledger', id: 'entries' },
    details: { review: review_id, upTo: wish.upTo },
  })
  return viewOf(await tx.one(select().where('r.review_id', '=', review_id)))
}
