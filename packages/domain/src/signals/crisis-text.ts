import { stanceAt } from '../text/sentences.ts'

/** What a text says of a crisis: states it, only mentions it (negated, quoted, a help line), or is silent. */
export type Mention = 'stated' | 'mentioned' | 'silent'

/** Longest text looked at, in characters: a chat log of 2 MB is cut, so that one report cannot stall the queue. */
const crisisTextCharsMax = 200_000

const crisis =
  /\b(?:suicid(?:e|al|io|a|arse)|self[- ]harm(?:ing|ed)?|autolesi[oó]n(?:es|arse)?|(?:kill|hurt)(?:ing)? (?:my|him|her|them)sel(?:f|ves)|end (?:my|his|her|their) life|quitarse la vida|hacerse daño)(?![\p{L}\p{N}])/giu
const quick = /suicid|self[- ]harm|autolesi|sel(?:f|ves)\b|(?:my|his|her|their) life|la vida|hacerse/iu
const noneBefore = /(?<!\p{L})(?:ning[uú]n[ao]?|none|isn't|no indication of)\P{L}[^.;!?\n]*$/iu
const denialAfter =
  /^\s*(?:[:=-]\s*(?:no|none|ninguno|n\/a)\b|(?:was|were|is|has been|fue|ha sido)?\s*(?:not|ruled out|descartad[oa])\b|(?:risk\s*)?(?:not|no)\b)/iu
const helpAfter = /^\s*(?:prevention|hotline|helpline|line\b|awareness|prevenci[oó]n)/iu
/** How far around a hint its denial may stand, in UTF-16 units: a clause. */
const denialCharsMax = 60

function isFact(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length
  const after = text.slice(end, end + denialCharsMax)
  if (helpAfter.test(after) || denialAfter.test(after)) return false
  const before = text.slice(Math.max(0, match.index - denialCharsMax), match.index)
  return stanceAt(text, match.index) === 'stated' && !noneBefore.test(before)
}

/**
 * Does the text state a crisis (self-harm) of somebody? English and Spanish, by a small list of words that a reader
 * can check. A negation before or after it in its clause, quotation marks around it, or a help line's
 * name make it a mention only: a mention is for a person to read and never counts as a fact.
 */
export function crisisIn(text: string): Mention {
  const looked = text.slice(0, crisisTextCharsMax)
  if (!quick.test(looked)) return 'silent'
  const matches = [...looked.matchAll(crisis)]
  if (matches.some((match) => isFact(looked, match))) return 'stated'
  return matches.length > 0 ? 'mentioned' : 'silent'
}

const disclaimer =
  /^(?:n\/?a|none|no|not applicable|no aplica|ninguna?|(?:this is |it is |es )?(?:not|no|no es|non)[ -]*(?:an? |una? )?(?:emergency|urgent|emergencia|urgente|high priority|escalat\w*)(?: (?:at this time|report|por ahora))?)$/iu

/** True where the whole text only says that there is nothing urgent ("Not an emergency."). */
export const onlyDisclaims = (text: string): boolean => disclaimer.test(text.trim().replace(/[.!\s]+$/u, ''))
