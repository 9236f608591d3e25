import type { Report } from '@opentipline/contract'

/** One statement that two revisions of a report do not share. A pointer as evidence has it: `/parties/0/screenName`. */
export type Change =
  | { at: string; kind: 'added'; after: string }
  | { at: string; kind: 'removed'; before: string }
  | { at: string; kind: 'changed'; before: string; after: string }

/** Values longer than this are cut where they are shown; the whole stands in the report. */
const valueCharactersMax = 500

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const leavesInto = (leaves: Map<string, string>, at: string, value: unknown): void => {
  if (value === undefined || value === null) return
  if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) leavesInto(leaves, `${at}/${escaped(key)}`, each)
    return
  }
  const text = String(value)
  leaves.set(at, text.length > valueCharactersMax ? `${text.slice(0, valueCharactersMax)}…` : text)
}

const leavesOf = (report: Report): Map<string, string> => {
  const leaves = new Map<string, string>()
  leavesInto(leaves, '', report)
  return leaves
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
    if (old === undefined && now !== undefined) changes.push({ at, kind: 'added', after: now })
    else if (now === undefined && old !== undefined) changes.push({ at, kind: 'removed', before: old })
    else if (old !== undefined && now !== undefined)
      changes.push({ at, kind: 'changed', before: old, after: now })
  }
  return changes
}
