import type { LinkVerdict, ReviewedLink } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { holdLink } from '../links/index.ts'
import { refire } from './refire.ts'
import { readReviewLinks } from './review-links.ts'

type Wish = {
  reportId: string
  otherId: string
  linkId: string
  verdict: LinkVerdict['verdict'] | null
  because: string
}

/**
 * The clearinghouse confirms or rejects a link between two reports in place of what it said before, or takes that back. Both are judged
 * anew for every agency; where an agency's own people said something of the link, that counts. Nothing is merged.
 * @throws Problem not-found
 */
export const judgeReportLink = async (
  tx: Transaction,
  session: Session,
  wish: Wish,
  now: Date,
): Promise<ReviewedLink> => {
  const { agencyId } = session.actor
  const link = await load(tx, agencyId, wish)
  const [report_low, report_high] = link.between
  const ends = { report_low, report_high, identifier_id: link.linkId }
  await holdLink(tx, agencyId, ends)
  await tx.rows(
    q
      .updateTable('link_verdict')
      .set({ undone_at: now, undone_by: session.personId })
      .where('report_low', '=', report_low)
      .where('report_high', '=', report_high)
      .where('identifier_id', '=', link.linkId)
      .where('agency_id', '=', agencyId)
      .where('undone_at', 'is', null)
      .returning('verdict_id'),
  )
  const { verdict, because } = wish
  if (verdict !== null)
    await tx.rows(
      q
        .insertInto('link_verdict')
        .values({ ...ends, agency_id: agencyId, person_id: session.personId, verdict, because, at: now }),
    )
  for (const end of link.between) await refire(tx, end, 'assess')
  await record(tx, now, {
    action: 'report.link-judged',
    object: { kind: 'report', id: wish.reportId },
    details: { report: wish.otherId, link: wish.linkId, verdict: verdict ?? 'taken back' },
  })
  return load(tx, agencyId, wish)
}

const isId = (text: string): boolean => /^\d{1,18}$/.test(text)

const load = async (tx: Transaction, agencyId: string, wish: Wish): Promise<ReviewedLink> => {
  const { reportId, otherId, linkId } = wish
  const links = isId(reportId) && isId(otherId) ? await readReviewLinks(tx, agencyId, reportId) : []
  const link = links.find((each) => each.linkId === linkId && each.between.includes(otherId))
  if (!link) throw new Problem('not-found', 'There is no such link between two reports.')
  return link
}
