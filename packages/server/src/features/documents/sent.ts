import type { DocumentSentRequest, MadeDocument } from '@opentipline/contract'
import { normalTime } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { recordClock } from '../clocks/index.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { readMade } from './load.ts'

/** A clock of another machine may be ahead by this much. */
const aheadMsMax = 5 * 60_000

/**
 * Records that a document was sent, as a person says it: to whom, how, when. A preservation letter or its renewal starts its
 * clock by that, in the same transaction, and by nothing else.
 * @throws Problem not-found, bad-request
 */
export const recordSent = async (
  tx: Transaction,
  session: Session,
  wish: DocumentSentRequest & { tipId: string; madeId: string },
  now: Date,
): Promise<MadeDocument> => {
  await loadOwnTip(tx, session, wish.tipId)
  const made = (await readMade(tx, wish.tipId)).find((each) => each.madeId === wish.madeId)
  if (!made) throw new Problem('not-found', 'This tip has no such document.')
  const at = normalTime(wish.at)
  if (!at)
    throw new Problem('bad-request', 'Give a date and time with its zone, such as 2026-11-22T10:00:00Z.')
  if (Date.parse(at.utc) > now.getTime() + aheadMsMax)
    throw new Problem('bad-request', 'Sending is recorded once it is done; this moment is still to come.')
  if (made.kind === 'preservation renewal' && wish.renews === undefined)
    throw new Problem('bad-request', 'Say which recorded letter this renews.')
  await tx.prepared(
    'document-sent',
    `insert into document_send (made_id, agency_id, person_id, sent_to, how, at, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [wish.madeId, session.actor.agencyId, session.personId, wish.to, wish.how, at.utc, now],
  )
  await record(tx, now, {
    action: 'document.sent',
    object: { kind: 'tip', id: wish.tipId },
    details: { document: wish.madeId, kind: made.kind },
  })
  if (made.kind === 'preservation letter' || made.kind === 'preservation renewal')
    await recordClock(
      tx,
      session,
      wish.tipId,
      {
        kind: 'preservation letter',
        party: wish.to,
        method: wish.how,
        at: wish.at,
        reference: `document ${wish.madeId}`,
        ...(made.kind === 'preservation renewal' && wish.renews !== undefined ? { renews: wish.renews } : {}),
      },
      now,
    )
  const after = (await readMade(tx, wish.tipId)).find((each) => each.madeId === wish.madeId)
  if (!after) throw new Error('a document is gone')
  return after
}
