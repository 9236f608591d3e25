import type { TipChecklists } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Session } from '../../http/session.ts'
import { record } from '../ledger/index.ts'
import { loadOwnTip } from '../tips/index.ts'
import type { ChecklistBook } from './book.ts'
import { tipChecklists } from './of-tip.ts'

/** Words on one item of a tip at most: a tick and an untick many times over. */
const ticksMax = 200

type Wish = { tipId: string; listId: string; itemId: string; done: boolean; note: string }

/**
 * Records that an item was done, or that it was not after all. It changes nothing else of the tip.
 * @throws Problem not-found, too-large
 */
export const tickItem = async (
  tx: Transaction,
  session: Session,
  book: ChecklistBook,
  { tipId, listId, itemId, done, note }: Wish,
  now: Date,
): Promise<TipChecklists> => {
  const tip = await loadOwnTip(tx, session, tipId)
  const before = await tipChecklists(tx, book, tip)
  const held = before.lists.find(({ list }) => list.id === listId)
  if (!held?.list.items.some(({ id }) => id === itemId))
    throw new Problem('not-found', 'There is no such item in a checklist of your agency.')
  if ((held.ticks[itemId]?.length ?? 0) >= ticksMax)
    throw new Problem('too-large', `An item is ticked and unticked ${ticksMax} times at most.`)
  await tx.prepared(
    'checklist-tick',
    `insert into checklist_tick (tip_id, agency_id, person_id, list_id, item_id, list_version, own_version, done, note, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tipId,
      session.actor.agencyId,
      session.personId,
      listId,
      itemId,
      held.list.version,
      before.ownVersion,
      done,
      note.trim(),
      now,
    ],
  )
  await record(tx, now, {
    action: done ? 'tip.checklist-ticked' : 'tip.checklist-unticked',
    object: { kind: 'tip', id: tipId },
    details: { list: listId, item: itemId, version: held.list.version, ownVersion: before.ownVersion },
  })
  const { lists, requires } = await tipChecklists(tx, book, tip)
  return { lists, requires }
}
