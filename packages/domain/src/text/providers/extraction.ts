import type { Identifier, Report } from '@opentipline/contract'
import type { Role } from '../../identifiers/occurrences.ts'
import type { Mention } from '../mention.ts'
import type { PlaceHint } from '../placeHints.ts'

/** A time that a provider puts where no field of its own is: in a named value or in text. */
export type ProviderTime = {
  readonly what: 'upload' | 'login' | 'sent'
  /** As written; `normalTime` reads it where it carries an offset. */
  readonly given: string
  /** The JSON pointer of what happened then (a file), and of the words it was read in. */
  readonly about: string
  readonly path: string
}

/** What one who knows the provider's reports would point out about a field or a text, in a sentence. */
export type ProviderNote = { readonly path: string; readonly says: string }

/** What a provider's habits add. Nothing is removed or replaced: it is all derived, with the path it stands at. */
export type Extraction = {
  readonly mentions: readonly { readonly path: string; readonly role: Role; readonly mention: Mention }[]
  readonly hints: readonly { readonly path: string; readonly role: Role; readonly hint: PlaceHint }[]
  readonly times: readonly ProviderTime[]
  readonly notes: readonly ProviderNote[]
}

/** One provider's habits. `reads` says whether a report comes from it; `extract` is pure and never throws. */
export type ProviderQuirks = {
  readonly name: string
  readonly reads: (report: Report) => boolean
  readonly extract: (report: Report) => Partial<Extraction>
}

/** Does the reporting provider's name hold this word, whatever its case? */
export const espIs = (report: Report, word: string): boolean =>
  (report.reporter.espName ?? '').toLowerCase().includes(word.toLowerCase())

/** A line `Label: value` in a text: the value with its position. Labels are compared without case. */
export type LabelledLine = {
  readonly label: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Every line of the form `Label: value`, the value not empty. */
export function labelledLines(text: string): LabelledLine[] {
  const lines: LabelledLine[] = []
  for (const match of text.matchAll(/^[ \t]*([^:\n]{1,80}):[ \t]*(\S[^\n]{0,2000})$/gmu)) {
    const value = (match[2] ?? '').trimEnd()
    const start = match.index + match[0].length - (match[2] ?? '').length
    lines.push({ label: (match[1] ?? '').trim().toLowerCase(), value, start, end: start + value.length })
  }
  return lines
}

/** A mention from a labelled line; empty where the value has no normal form. */
export const mentionOf = (
  kind: Identifier['kind'],
  value: string | undefined,
  line: LabelledLine,
  rule: string,
): Mention[] => (value === undefined ? [] : [{ kind, value, start: line.start, end: line.end, rule }])
