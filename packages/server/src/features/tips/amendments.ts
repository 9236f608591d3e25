import { type AnswerOf, changesShownMax, type Report } from '@opentipline/contract'
import { changesBetween, signalNamed } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from './load.ts'
import { readNews } from './news.ts'

/** Revisions compared at most, the newest: a report that is amended more often is read by its sources. */
const revisionsMax = 20

/**
 * What changed since a tip was first made available, by voice: what the provider states otherwise, revision by revision,
 * and what a machine reads otherwise since. Earlier revisions are content: the reading is logged.
 * @throws Problem not-found
 */
export const readAmendments = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  now: Date,
): Promise<AnswerOf<'readAmendments'>> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const rows = await tx.rows(
    q
      .selectFrom('report_revision')
      .where('report_id', '=', tip.report_id)
      .orderBy('revision', 'desc')
      .limit(revisionsMax)
      .select(['revision', 'received_at', 'model']),
  )
  await record(tx, now, {
    action: 'tip.amendments-read',
    object: { kind: 'tip', id: tipId },
    details: { report: tip.report_id, revisions: rows.length },
  })
  const news = await readNews(tx, [tipId])
  return {
    stated: rows.flatMap((row, at) => {
      const earlier = rows[at + 1]
      return earlier ? [revisionOf(row, earlier.model)] : []
    }),
    derived: news
      .map(({ signal, before, after, at }) => ({
        signal,
        question: signalNamed(signal)?.question ?? signal,
        before,
        after,
        at: at.toISOString(),
      }))
      .toReversed(),
  }
}

const revisionOf = (row: { revision: number; received_at: Date; model: Report }, earlier: Report) => {
  const changes = changesBetween(earlier, row.model)
  return {
    revision: row.revision,
    receivedAt: row.received_at.toISOString(),
    changes: changes.slice(0, changesShownMax),
    changeCount: changes.length,
  }
}
