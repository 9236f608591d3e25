import { blankValuesTaken, futureToleranceMs } from '../choices.ts'
import { documentLimits } from '../limits.ts'
import type { ValueRule } from '../schema/declare.ts'
import { lengthOf } from '../xml/characters.ts'
import type { WireNode } from '../xml/tree.ts'
import { dateBegins, readMoment } from './moments.ts'
import { isBlank, isEmail, isIpAddress, isUrl } from './values.ts'
import type { Judging } from './verdict.ts'

/** One text to judge: an element's own, or one attribute's. */
export type Judged = { node: WireNode; attribute?: string; type: string; text: string }

const quoted = (text: string): string => {
  // Cut by characters, so that no surrogate pair is torn; the first slice only spares the long rest.
  const start = Array.from(text.slice(0, documentLimits.quotedCharactersMax * 2))
  const cut = start.slice(0, documentLimits.quotedCharactersMax).join('')
  return cut.length < text.length ? `"${cut}..."` : `"${cut}"`
}

const isFuture = (judging: Judging, type: string, text: string): boolean => {
  const epochMs = type === 'xs:date' ? dateBegins(text) : readMoment(text)?.epochMs
  // A year beyond what a Date holds gives NaN; such a year is future unless it is before the common era.
  if (epochMs === undefined || Number.isNaN(epochMs)) return !text.trim().startsWith('-')
  return epochMs > judging.nowMs + futureToleranceMs
}

const checkForm = (rule: ValueRule, text: string): [string, string] | undefined => {
  if (isBlank(text)) {
    if (rule.nonBlank || !blankValuesTaken) return ['non-blank', 'The value must not be blank']
    return undefined
  }
  if (rule.url && !isUrl(text)) return ['url', `${quoted(text)} is not a URL`]
  if (rule.email && !isEmail(text)) return ['email', `${quoted(text)} is not a well-formed e-mail address`]
  if (rule.ip && !isIpAddress(text)) return ['ip', `${quoted(text)} is not an IPv4 or IPv6 address`]
  return undefined
}

const checkRange = (rule: ValueRule, text: string): [string, string] | undefined => {
  if (rule.min === undefined || rule.max === undefined) return undefined
  const value = Number(text.trim())
  if (value >= rule.min && value <= rule.max) return undefined
  return ['range', `${quoted(text)} is not between ${rule.min} and ${rule.max}`]
}

const checkLength = (rule: ValueRule, text: string): [string, string] | undefined => {
  if (rule.lengthMax === undefined || text.length <= rule.lengthMax) return undefined
  const length = lengthOf(text)
  if (length <= rule.lengthMax) return undefined
  return ['length', `The value has ${length} characters; at most ${rule.lengthMax} are taken`]
}

const checkMoment = (
  judging: Judging,
  type: string,
  past: boolean,
  text: string,
): [string, string] | undefined => {
  if (type === 'xs:dateTime' && readMoment(text)?.offset !== true)
    return ['timezone-required', `${quoted(text)} has no offset from UTC (write Z or +hh:mm)`]
  return past && isFuture(judging, type, text) ? ['past', `${quoted(text)} is in the future`] : undefined
}

const checkPriorReport = (judging: Judging, text: string): [string, string] | undefined => {
  const { priorReportExists } = judging
  if (!priorReportExists || priorReportExists(text.trim())) return undefined
  return ['prior-report', `There is no report ${quoted(text.trim())}`]
}

/** Judges one value by its documented rule and its type; says at most one thing of each kind. */
export const checkValue = (judging: Judging, judged: Judged, rule: ValueRule | undefined): void => {
  const { text, type } = judged
  const found = [
    rule && checkForm(rule, text),
    rule && checkLength(rule, text),
    rule && checkRange(rule, text),
    type === 'xs:dateTime' || rule?.past ? checkMoment(judging, type, rule?.past === true, text) : undefined,
    rule?.priorReport ? checkPriorReport(judging, text) : undefined,
  ]
  for (const entry of found) if (entry) judging.broken(judged.node, entry[0], entry[1], judged.attribute)
}
