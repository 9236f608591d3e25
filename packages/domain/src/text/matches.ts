/**
 * Every match of a global pattern, first to last. Unlike `matchAll` it does not copy the pattern, which for short
 * passages costs more than the search. The patterns of this folder never match the empty text.
 */
export function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // Whoever takes a match may use the pattern for another text before taking the next.
    const next = Math.max(pattern.lastIndex, match.index + 1)
    yield match
    pattern.lastIndex = next
  }
}
