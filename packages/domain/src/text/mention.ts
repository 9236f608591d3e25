import type { Identifier } from '@opentipline/contract'
import { matches } from './matches.ts'

/** An identifier read in a passage: where it stands (UTF-16 offsets) and by which rule. */
export type Mention = {
  readonly kind: Identifier['kind']
  readonly value: string
  readonly start: number
  readonly end: number
  readonly rule: string
}

/** From one passage; a log of a million lines gives a person nothing more. */
export const mentionsMax = 2_000

/** Every match of a global pattern, read by `values`; what has no normal form is no mention. */
export function mentionsBy(
  text: string,
  rule: string,
  pattern: RegExp,
  values: (match: RegExpExecArray) => readonly (readonly [Identifier['kind'], string | undefined])[],
): Mention[] {
  const found: Mention[] = []
  for (const match of matches(text, pattern)) {
    for (const [kind, value] of values(match)) {
      const start = match.index
      if (value !== undefined) found.push({ kind, value, start, end: start + match[0].length, rule })
    }
    if (found.length >= mentionsMax) break
  }
  return found
}
