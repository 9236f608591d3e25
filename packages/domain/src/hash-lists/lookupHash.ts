import type { Answer, HashListEntry } from '../findings/answers.ts'
import type { HashListContent, HashListHead } from './hashList.ts'

/** A loaded list: its head and an index by normal form. */
export type HashList = {
  readonly head: HashListHead
  readonly algorithms: ReadonlySet<string>
  readonly categories: ReadonlyMap<string, string>
}

/** Indexes a list for look-ups. */
export const indexHashList = (head: HashListHead, content: HashListContent): HashList => ({
  head,
  algorithms: new Set(content.algorithms),
  categories: new Map(content.rows.map(({ hash, category }) => [hash, category ?? ''])),
})

/**
 * What a list says of a digest in its normal form. A list without digests of that algorithm was not asked: that is
 * "not checked", because the same file could be on it under another algorithm.
 */
export function lookupHash({ head, algorithms, categories }: HashList, hash: string): Answer<HashListEntry> {
  const by = { source: `${head.name} (${head.source})`, sourceVersion: head.date, sourceDate: head.date }
  const algorithm = hash.slice(0, hash.indexOf(':'))
  if (!algorithms.has(algorithm)) {
    return { answer: 'not checked', by, caveat: `The list holds no ${algorithm} digests.` }
  }
  const category = categories.get(hash)
  if (category === undefined) return { answer: 'miss', by }
  const value = { list: head.name, meaning: head.meaning, ...(category === '' ? {} : { category }) }
  return { answer: 'hit', value, confidence: 'high', by }
}
