import type { Answer, HashListEntry } from '../findings/answers.ts'
import { makePictureIndex, type PictureIndex } from '../pdq/pictureIndex.ts'
import { pdqDistance, pdqParts } from '../pdq/pdqIndex.ts'
import type { HashListContent, HashListHead } from './hashList.ts'

/** A loaded list: its head and an index by normal form. */
export type HashList = {
  readonly head: HashListHead
  readonly algorithms: ReadonlySet<string>
  readonly categories: ReadonlyMap<string, string>
  /** Why a miss is not certain: entries that could not be read. Undefined where every one could. */
  readonly unread: string | undefined
  /** The list's perceptual hashes, which are alike before they are equal. */
  readonly pictures: PictureIndex
}

/** Indexes a list for look-ups. */
export const indexHashList = (head: HashListHead, content: HashListContent): HashList => {
  const pictures = makePictureIndex()
  for (const { hash } of content.rows)
    if (hash.startsWith(pdqPrefix)) pictures.add(hash.slice(pdqPrefix.length))
  return {
    head,
    algorithms: new Set(content.algorithms),
    unread: unreadOf(content),
    categories: new Map(content.rows.map(({ hash, category }) => [hash, category ?? ''])),
    pictures,
  }
}

const pdqPrefix = 'pdq:'

/** By its place alone: what stands there may be anything, and the answer is stored with every report. */
const unreadOf = ({ faults: [first, ...more] }: HashListContent): string | undefined =>
  first &&
  `${more.length === 0 ? 'An entry' : `${more.length + 1} entries`} of the list could not be read, the first at ${first.where}: a digest may be missed by that.`

/** What stands on the list for a digest: itself, or for a perceptual hash the nearest that is alike. */
const listed = ({ pictures }: HashList, hash: string): string => {
  if (!hash.startsWith(pdqPrefix)) return hash
  const [nearest] = pictures.near(hash.slice(pdqPrefix.length), 1)
  return nearest === undefined ? hash : `${pdqPrefix}${nearest}`
}

/**
 * What a list says of a digest in its normal form. A list without digests of that algorithm was not asked: that is
 * "not checked", because the same file could be on it under another algorithm. A miss on a list that could not be read wholly
 * says so.
 */
export function lookupHash(list: HashList, hash: string): Answer<HashListEntry> {
  const { head, algorithms, categories, unread } = list
  const by = { source: `${head.name} (${head.source})`, sourceVersion: head.date, sourceDate: head.date }
  const algorithm = hash.slice(0, hash.indexOf(':'))
  if (!algorithms.has(algorithm)) {
    return { answer: 'not checked', by, caveat: `The list holds no ${algorithm} digests.` }
  }
  const entry = listed(list, hash)
  const category = categories.get(entry)
  if (category === undefined)
    return { answer: 'miss', by, ...(unread === undefined ? {} : { caveat: unread }) }
  const value = { list: head.name, meaning: head.meaning, ...(category === '' ? {} : { category }) }
  if (entry === hash) return { answer: 'hit', value, confidence: 'high', by }
  const bits = pdqDistance(pdqParts(entry.slice(pdqPrefix.length)), pdqParts(hash.slice(pdqPrefix.length)))
  const caveat = `Alike, not equal: ${bits} of 256 bits differ.`
  return { answer: 'hit', value, confidence: 'medium', caveat, by }
}
