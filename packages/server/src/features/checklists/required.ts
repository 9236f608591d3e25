import type { DecisionKind } from '@opentipline/contract'
import { stillRequired } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { ChecklistBook } from './book.ts'
import { type JudgedTip, tipChecklists } from './of-tip.ts'

/**
 * An agency's own rule may ask that an item is ticked before a decision of some kind. Nothing else stands before one.
 * @throws Problem bad-request naming each item and the rule that asks for it
 */
export const refuseUnlessTicked = async (
  tx: Transaction,
  book: ChecklistBook,
  tip: JudgedTip,
  kind: DecisionKind,
): Promise<void> => {
  const { lists, requires } = await tipChecklists(tx, book, tip)
  const missing = stillRequired(lists, requires, kind)
  if (missing.length === 0) return
  const wordsOf = (listId: string, itemId: string): string => {
    const list = lists.find((each) => each.list.id === listId)?.list
    return `${list?.title.en}: ${list?.items.find(({ id }) => id === itemId)?.do.en}`
  }
  throw new Problem(
    'bad-request',
    `Your agency’s own rule (${missing.map(({ citation }) => citation).join('; ')}) asks for this first: ${missing
      .map(({ list, item }) => wordsOf(list, item))
      .join('; ')}.`,
    missing.map(({ list, item, citation }) => ({
      path: '/body/kind',
      message: `${wordsOf(list, item)} (${citation})`,
    })),
  )
}
