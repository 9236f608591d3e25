import type { OutcomeNotices } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'

/** Notices shown at most, the newest: about a month of somebody who works much. */
const noticesShownMax = 200

/** What came of the reports that this person worked on, newest first. Row security shows nobody another's. */
export const readOutcomeNotices = async (tx: Transaction, session: Session): Promise<OutcomeNotices> => {
  const own = q
    .selectFrom('outcome_notice as n')
    .where('n.person_id', '=', session.personId)
    .where('n.agency_id', '=', session.actor.agencyId)
  const rows = await tx.rows(
    own
      .select(['n.notice_id', 'n.report_id', 'n.tip_id', 'n.given_by', 'n.results', 'n.at', 'n.seen_at'])
      .orderBy('n.notice_id', 'desc')
      .limit(noticesShownMax),
  )
  const { unseen } = await tx.one(
    own.where('n.seen_at', 'is', null).select((eb) => eb.fn.countAll<string>().as('unseen')),
  )
  return {
    unseen: Number(unseen),
    notices: rows.map((row) => ({
      noticeId: row.notice_id,
      reportId: row.report_id,
      tipId: row.tip_id,
      agency: row.given_by,
      results: row.results,
      at: row.at.toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
    })),
  }
}

/** Marks notices as seen by the person they are for; others among the ids are passed over. */
export const seeOutcomeNotices = async (
  tx: Transaction,
  session: Session,
  noticeIds: readonly string[],
  now: Date,
): Promise<void> => {
  const ids = noticeIds.filter((id) => /^\d{1,18}$/.test(id))
  if (ids.length === 0) return
  const seen = await tx.rows(
    q
      .updateTable('outcome_notice')
      .set({ seen_at: now })
      .where('notice_id', 'in', ids)
      .where('person_id', '=', session.personId)
      .where('seen_at', 'is', null)
      .returning('notice_id'),
  )
  if (seen.length > 0)
    await record(tx, now, {
      action: 'outcome.seen',
      object: { kind: 'person', id: session.personId },
      details: { notices: seen.length },
    })
}
