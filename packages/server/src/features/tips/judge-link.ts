import type { LinkVerdict } from '@opentipline/contract'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { holdLink, joinNetworks, splitNetwork } from '../links/index.ts'
import { record } from '../ledger/index.ts'
import type { PolicyBook } from '../policies/index.ts'
import { rejudgeOwn } from '../routing/index.ts'
import { loadOwnTip } from './load.ts'

export type LinkName = { tipId: string; reportId: string; linkId: string }

/**
 * Confirms or rejects a link, in place of what was said of it before. It counts at both ends, for this agency alone, and
 * outlasts every run that finds the link again. Nothing is merged.
 * @throws Problem not-found when there is no such link that the agency may see
 */
export const judgeLink = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: LinkName & { verdict: LinkVerdict['verdict']; because: string },
  now: Date,
): Promise<LinkVerdict> => {
  const ends = await loadEnds(tx, session, wish)
  await undoStanding(tx, session, ends, now)
  await tx.rows(
    q.insertInto('link_verdict').values({
      ...ends,
      agency_id: session.actor.agencyId,
      person_id: session.personId,
      verdict: wish.verdict,
      because: wish.because,
      at: now,
    }),
  )
  await record(tx, now, {
    action: 'tip.link-judged',
    object: { kind: 'tip', id: wish.tipId },
    details: { report: wish.reportId, link: wish.linkId, verdict: wish.verdict },
  })
  await renewNetworks(tx, session, ends)
  await rejudgeOwn(tx, policies, session.actor.agencyId, [ends.report_low, ends.report_high], now)
  return { verdict: wish.verdict, because: wish.because, by: session.personName, at: now.toISOString() }
}

/** Takes back what was said of a link; the link stands as found. @throws Problem not-found, conflict */
export const undoLinkVerdict = async (
  tx: Transaction,
  session: Session,
  policies: PolicyBook,
  wish: LinkName,
  now: Date,
): Promise<void> => {
  const ends = await loadEnds(tx, session, wish)
  if ((await undoStanding(tx, session, ends, now)) === 0)
    throw new Problem('conflict', 'Nothing stands of what was said of this link.')
  await record(tx, now, {
    action: 'tip.link-verdict-undone',
    object: { kind: 'tip', id: wish.tipId },
    details: { report: wish.reportId, link: wish.linkId },
  })
  await renewNetworks(tx, session, ends)
  await rejudgeOwn(tx, policies, session.actor.agencyId, [ends.report_low, ends.report_high], now)
}

/** What the agency's people now say of the link joins its two networks, or parts its one. */
const renewNetworks = async (tx: Transaction, session: Session, ends: Ends): Promise<void> => {
  const { agencyId } = session.actor
  await joinNetworks(tx, [{ reportId: ends.report_low, agencyId }])
  await splitNetwork(tx, agencyId, [ends.report_low, ends.report_high])
}

type Ends = { report_low: string; report_high: string; identifier_id: string }

const isId = (text: string): boolean => /^\d{1,18}$/.test(text)

const loadEnds = async (tx: Transaction, session: Session, wish: LinkName): Promise<Ends> => {
  const tip = await loadOwnTip(tx, session, wish.tipId)
  const [link] =
    isId(wish.reportId) && isId(wish.linkId)
      ? await tx.prepared<Ends>(
          'link-ends',
          `select report_low, report_high, identifier_id from link
           where report_low = least($1::bigint, $2::bigint) and report_high = greatest($1::bigint, $2::bigint)
             and identifier_id = $3`,
          [tip.report_id, wish.reportId, wish.linkId],
        )
      : []
  if (!link) throw new Problem('not-found', 'There is no such link that you may see.')
  return link
}

const undoStanding = async (tx: Transaction, session: Session, ends: Ends, now: Date): Promise<number> => {
  await holdLink(tx, session.actor.agencyId, ends)
  const undone = await tx.rows(
    q
      .updateTable('link_verdict')
      .set({ undone_at: now, undone_by: session.personId })
      .where('report_low', '=', ends.report_low)
      .where('report_high', '=', ends.report_high)
      .where('identifier_id', '=', ends.identifier_id)
      .where('agency_id', '=', session.actor.agencyId)
      .where('undone_at', 'is', null)
      .returning('verdict_id'),
  )
  return undone.length
}
