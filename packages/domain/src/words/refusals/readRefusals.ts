/**
 * Refusals stand in a list as English on the left and Spanish on the right. A name in braces is a hole: what stood there in
 * English stands there in Spanish. Its name says what it is:
 *
 * - `count`, `line`: a number;
 * - a name of `holeWordsEs`: one of our words, which has Spanish ones;
 * - `says`: another of these sentences, or several;
 * - any other: a name, a day, somebody's own words, which stay as they are.
 */
export type Refusals = Readonly<Record<string, string>>

/** What one of our words in a hole is in Spanish; undefined where it is none of ours. */
export type HoleWords = Readonly<Record<string, (word: string) => string | undefined>>

type Template = { english: RegExp; spanish: string; beginsOpen: boolean; fixedLength: number }

const hole = /\{(\w+)\}/g
const hasHole = (text: string): boolean => text.search(hole) >= 0
const literal = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const templateOf = ([english, spanish]: [string, string]): Template => {
  let pattern = ''
  let from = 0
  for (const { 0: whole, 1: name = '', index } of english.matchAll(hole)) {
    const number = name === 'count' || name === 'line'
    pattern += `${literal(english.slice(from, index))}(?<${name}>${number ? String.raw`\d+` : '.+?'})`
    from = index + whole.length
  }
  pattern += literal(english.slice(from))
  return {
    english: new RegExp(`^${pattern}$`, 'su'),
    spanish,
    beginsOpen: english.startsWith('{'),
    fixedLength: english.replaceAll(hole, '').length,
  }
}

/**
 * Makes a reader of refusals: a text in Spanish, or undefined where it is none of them. Where two templates fit, one that
 * begins with words goes before one that begins with a hole, and then the one that says more by itself. `says` reads what
 * stands in a hole of that name.
 */
export const readRefusals = (
  refusals: Refusals,
  words: HoleWords,
  says: (text: string) => string | undefined,
): ((text: string) => string | undefined) => {
  const entries = Object.entries(refusals)
  const templates = entries
    .filter(([english]) => hasHole(english))
    .map(templateOf)
    .toSorted((a, b) => Number(a.beginsOpen) - Number(b.beginsOpen) || b.fixedLength - a.fixedLength)
  const inHole = (name: string, text: string): string | undefined => {
    if (name === 'says') return says(text)
    return Object.hasOwn(words, name) ? words[name]?.(text) : text
  }
  const filled = ({ english, spanish }: Template, text: string): string | undefined => {
    const holes = english.exec(text)?.groups
    if (!holes) return undefined
    const told = new Map(Object.entries(holes).map(([name, each]) => [name, inHole(name, each)]))
    return [...told.values()].includes(undefined)
      ? undefined
      : spanish.replaceAll(hole, (_, name: string) => told.get(name) ?? '')
  }
  return (text) => {
    if (Object.hasOwn(refusals, text) && !hasHole(text)) return refusals[text]
    for (const template of templates) {
      const said = filled(template, text)
      if (said !== undefined) return said
    }
    return undefined
  }
}
