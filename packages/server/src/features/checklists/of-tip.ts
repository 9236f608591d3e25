import type { ChecklistTick, TipChecklist, TipChecklists } from '@opentipline/contract'
import { appliesTo, checklistsInForce, inReadingOrder } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { readStanding } from '../tips/index.ts'
import { type ChecklistBook, readOwnLayer } from './book.ts'

export type JudgedTip = Parameters<typeof readStanding>[1] & { tip_id: string; agency_id: string }
type TickRow = { list_id: string; item_id: string; done: boolean; by: string; at: Date; note: string }

/** The words on one tip, newest first, by list and item. */
const readTicks = async (tx: Transaction, tipId: string): Promise<Map<string, ChecklistTick[]>> => {
  const rows = await tx.prepared<TickRow>(
    'checklist-ticks',
    `select t.list_id, t.item_id, t.done, p.name as by, t.at, t.note
     from checklist_tick t join person p using (person_id) where t.tip_id = $1 order by t.tick_id desc`,
    [tipId],
  )
  const ticks = new Map<string, ChecklistTick[]>()
  for (const row of rows) {
    const key = `${row.list_id} ${row.item_id}`
    const tick = { done: row.done, by: row.by, at: row.at.toISOString(), note: row.note }
    ticks.set(key, [...(ticks.get(key) ?? []), tick])
  }
  return ticks
}

/** Which lists are for a tip and why, by the signals it stands by, and what was ticked. */
export const tipChecklists = async (
  tx: Transaction,
  book: ChecklistBook,
  tip: JudgedTip,
): Promise<TipChecklists & { ownVersion: number }> => {
  const own = await readOwnLayer(tx, tip.agency_id)
  const signals = (await readStanding(tx, tip))?.signals ?? []
  const ticks = await readTicks(tx, tip.tip_id)
  const lists = checklistsInForce(book.lists, own?.body ?? null).map(
    (held): TipChecklist => ({
      ...held,
      ...appliesTo(held.list, signals),
      ticks: Object.fromEntries(
        held.list.items.flatMap(({ id }) => {
          const found = ticks.get(`${held.list.id} ${id}`)
          return found ? [[id, found]] : []
        }),
      ),
    }),
  )
  return { lists: inReadingOrder(lists), requires: own?.body.requires ?? [], ownVersion: own?.version ?? 0 }
}
