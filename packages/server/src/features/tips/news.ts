import type { Signal } from '@opentipline/contract'
import { signalNamed } from '@opentipline/domain'
import { q } from '../../db/query.ts'
import type { Transaction } from '../../db/transaction.ts'

export type News = {
  tip_id: string
  signal: string
  before: Signal['value']
  after: Signal['value']
  at: Date
}

/** What became known about tips, oldest first. */
export const readNews = (tx: Transaction, tipIds: readonly string[]): Promise<News[]> =>
  tx.rows(
    q
      .selectFrom('tip_news')
      .where('tip_id', 'in', tipIds)
      .select(['tip_id', 'signal', 'before', 'after', 'at'])
      .orderBy('news_id'),
  )

const answers = { true: 'yes', false: 'no', unknown: 'not known' } as const

/** What reads otherwise since, in the words of each signal's question. What changed and changed back is no news. */
export const newsInWords = (news: readonly News[]): string[] => {
  const bySignal = new Map<string, News>()
  for (const each of news) {
    const first = bySignal.get(each.signal)
    bySignal.set(each.signal, { ...each, before: first?.before ?? each.before })
  }
  return [...bySignal.values()]
    .filter(({ before, after }) => before !== after)
    .map(({ signal, before, after }) => {
      const question = signalNamed(signal)?.question ?? `${signal}?`
      return `${question} Now ${answers[after]}; at the decision ${answers[before]}.`
    })
}
