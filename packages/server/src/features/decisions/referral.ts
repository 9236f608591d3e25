import { returnReasons } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { type LedgerAction, record } from '../ledger/index.ts'
import { keepClocks } from '../routing/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import { orConflict } from '../../http/or-conflict.ts'

const tell = (
  tx: Transaction,
  now: Date,
  action: LedgerAction,
  tipId: string,
  details: Record<string, string> = {},
) => record(tx, now, { action, object: { kind: 'tip', id: tipId }, details })

/** Accepts what is offered. In this transaction, and nowhere else, the owner changes. @throws Problem not-found, conflict */
export const acceptReferral = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  now: Date,
): Promise<void> => {
  await loadOwnTip(tx, session, tipId)
  await orConflict(tx.prepared('accept-offer', 'select accept_offer($1)', [tipId]))
  await tell(tx, now, 'tip.referral-accepted', tipId)
}

/** Gives back what was offered or accepted, with a reason. @throws Problem not-found, conflict, bad-request */
export const returnReferral = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  { reason, note }: { reason: string; note: string },
  now: Date,
): Promise<void> => {
  const known = returnReasons.find(({ code }) => code === reason)
  if (!known)
    throw new Problem('bad-request', `"${reason}" is not a reason to return a tip.`, [
      { path: '/body/reason', message: `One of: ${returnReasons.map(({ code }) => code).join(', ')}.` },
    ])
  if (known.code === 'other' && note.trim() === '')
    throw new Problem('bad-request', 'Say the other reason in the note.', [
      { path: '/body/note', message: 'Say the other reason in the note.' },
    ])
  await loadOwnTip(tx, session, tipId)
  const because = note.trim() === '' ? known.words : `${known.words}. ${note.trim()}`
  await orConflict(tx.prepared('return-offer', 'select return_offer($1, $2)', [tipId, because]))
  await tell(tx, now, 'tip.referral-returned', tipId, { reason })
}

/** Takes an offer back that nobody accepted; the tip is in the own queue again. @throws Problem not-found, conflict */
export const withdrawReferral = async (
  tx: Transaction,
  session: Session,
  tipId: string,
  because: string,
  now: Date,
): Promise<void> => {
  const tip = await loadOwnTip(tx, session, tipId)
  await orConflict(tx.prepared('withdraw-offer', 'select withdraw_offer($1, $2)', [tipId, because]))
  if (tip.state === 'offered')
    await tx.prepared('offer-reopen', `update tip set state = 'open', held_until = null where tip_id = $1`, [
      tipId,
    ])
  await keepClocks(tx, [tipId], now)
  await tell(tx, now, 'tip.referral-withdrawn', tipId)
}
