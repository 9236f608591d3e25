import type { Report } from '@opentipline/contract'

/** One statement that two revisions of a report do not share. A pointer as evidence has it: `/parties/0/screenName`. */
export type Change =
  | { at: string; kind: 'added'; after: string }
  | { at: string; kind: 'removed'; before: string }
  | { at: string; kind: 'changed'; before: string; after: string }

/** Values longer than this are cut where they are shown; the whole stands in the report. */
const valueCharactersMax = 500
/** Of a long text that goes on as it was this much is shown before what differs, so that a reader finds the place. */
const sameBeforeMax = 80

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const leavesInto = (leaves: Map<string, string>, at: string, value: unknown): void => {
  if (value === undefined || value === null) return
  if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) leavesInto(leaves, `${at}/${escaped(key)}`, each)
    return
  }
  leaves.set(at, String(value))
}

const leavesOf = (report: Report): Map<string, string> => {
  const leaves = new Map<string, string>()
  leavesInto(leaves, '', report)
  return leaves
}

const cut = (text: string): string =>
  text.length > valueCharactersMax ? `${text.slice(0, valueCharactersMax)}…` : text

/** Where two texts begin to differ, in UTF-16 units. */
const differFrom = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/**
 * Two texts, cut so that what differs is in what is left: a supplement often writes on at the end of a long narrative. From a whole
 * character on, so that neither begins with half of one.
 */
const cutWhereTheyDiffer = (before: string, after: string): [string, string] => {
  const from = differFrom(before, after) - sameBeforeMax
  if (from <= 0 || Math.max(before.length, after.length) <= valueCharactersMax)
    return [cut(before), cut(after)]
  const halves = /[\uDC00-\uDFFF]/.test(before[from] ?? '') ? 1 : 0
  return [`…${cut(before.slice(from + halves))}`, `…${cut(after.slice(from + halves))}`]
}

/**
 * What the provider states in the later revision and did not in the earlier, and the other way round, statement by
 * statement in the order of the report. Nothing is judged: a list that lost its first entry changes at every place after
 * it, and is shown so.
 */
export const changesBetween = (earlier: Report, later: Report): Change[] => {
  const [before, after] = [leavesOf(earlier), leavesOf(later)]
  const changes: Change[] = []
  for (const at of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(at), after.get(at)]
    if (old === now) continue
    if (old === undefined && now !== undefined) changes.push({ at, kind: 'added', after: cut(now) })
    else if (now === undefined && old !== undefined) changes.push({ at, kind: 'removed', before: cut(old) })
    else if (old !== undefined && now !== undefined) {
      const [was, is] = cutWhereTheyDiffer(old, now)
      changes.push({ at, kind: 'changed', before: was, after: is })
    }
  }
  return changes
}
