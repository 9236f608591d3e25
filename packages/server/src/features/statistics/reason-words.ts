import { type DecisionKind, publishedReasons, type SheetLanguage } from '@opentipline/contract'

/** A reason of a decision in words where it is a published one; an agency's own is its own code. */
export const reasonWords = (kind: DecisionKind, code: string, language: SheetLanguage = 'en'): string => {
  const found = publishedReasons().find((each) => each.kind === kind && each.reason.code === code)?.reason
  if (found === undefined) return code
  return language === 'es' ? found.es : found.words
}
