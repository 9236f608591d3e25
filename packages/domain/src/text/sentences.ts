/** Is a hint at a position denied, or in quotation marks? Then it is not a statement of the writer. */
export type Stance = 'stated' | 'negated' | 'quoted'

const negation =
  /(?<!\p{L})(?:not|n['’]t|no longer|never|neither|nor|without|denie[sd]|no|nunca|jam[aá]s|tampoco|ni|niega|neg[oó]|sin)(?!\p{L})/iu
const contraction = /\p{L}n['’]t(?!\p{L})/u

/** How far before a hint a negation reaches, in UTF-16 units: a clause, not a paragraph. */
const reach = 60

/** The part of the clause that stands before `start`: back to a full stop, a line end, a semicolon or a "but". */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start)
  return before.split(/[.!?;\n]|,? (?:but|pero|sino|although|aunque) /i).at(-1) ?? ''
}

/** Marks that open and close: more opened than closed before the hint on its line means inside. */
function insideQuotes(text: string, start: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(Math.max(lineStart, start - 2_000), start)
  if (/^\s*>/.test(text.slice(lineStart, lineStart + 8))) return true
  const count = (mark: RegExp): number => line.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/[“«]/g) > count(/[”»]/g)
}

/** The stance of what stands at `start` in `text`. */
export function stanceAt(text: string, start: number): Stance {
  const clause = clauseBefore(text, start)
  if (negation.test(clause) || contraction.test(clause)) return 'negated'
  return insideQuotes(text, start) ? 'quoted' : 'stated'
}
