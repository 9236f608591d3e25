import type { Finding, Report } from '@opentipline/contract'
import { findingKey, known } from '../findings/makeFinding.ts'
import { type MentionAt, textMentions } from './textIdentifiers.ts'
import { type PlaceHint, placeHintsIn } from './placeHints.ts'
import { type TextAt, textsOf } from './textsOf.ts'

/** Raise this when a rule or dictionary changes, so that a finding says which rules read it. */
export const textRulesVersion = '1'
const source = 'text rules'

/** Words around a mention are shown to a person; more than this is the passage itself. */
const wordsMax = 200

const words = (at: TextAt, start: number, end: number): string =>
  at.text.slice(start, Math.min(end, start + wordsMax))

const identifierFinding = ({ at, mention }: MentionAt): Finding => ({
  key: findingKey('text identifier', at.path, `${mention.kind} ${mention.value}`),
  kind: 'text identifier',
  about: at.path,
  answer: 'hit',
  value: {
    identifier: mention.kind,
    value: mention.value,
    role: at.role,
    rule: mention.rule,
    start: mention.start,
    end: mention.end,
    words: words(at, mention.start, mention.end),
  },
  source,
  sourceVersion: textRulesVersion,
  confidence: 'low',
  caveat: 'Read in free text by a rule; the text may speak of somebody else.',
})

const stanceCaveat = (hint: PlaceHint): string =>
  hint.stance === 'quoted'
    ? 'Quoted words, not a statement of the writer.'
    : 'Read in free text by a rule; the text may speak of somebody else.'

const placeFinding = (at: TextAt, hint: PlaceHint): Finding => ({
  key: findingKey('text place', at.path, `${hint.start} ${hint.rule}`),
  kind: 'text place',
  about: at.path,
  answer: 'hit',
  value: known({
    country: hint.country,
    region: hint.region,
    city: hint.city,
    postalCode: hint.postalCode,
    latitude: hint.latitude,
    longitude: hint.longitude,
    school: hint.school,
    quoted: hint.stance === 'quoted',
    role: at.role,
    rule: hint.rule,
    start: hint.start,
    end: hint.end,
    words: words(at, hint.start, hint.end),
  }),
  source,
  sourceVersion: textRulesVersion,
  confidence: 'low',
  caveat: stanceCaveat(hint),
})

/**
 * What free text yields: `text identifier` and `text place` findings, always derived and of low confidence, each
 * with its rule and offsets. A denied place is no hint and gives none; a quoted one says that it is quoted.
 * Pure, total, deterministic; a mention repeated in one passage is one finding.
 */
export function textFindings(report: Report): Finding[] {
  const places = textsOf(report).flatMap((at) =>
    placeHintsIn(at.text)
      .filter((hint) => hint.stance !== 'negated')
      .map((hint) => placeFinding(at, hint)),
  )
  const all = [...textMentions(report).map(identifierFinding), ...places]
  return [...new Map(all.map((finding) => [finding.key, finding])).values()]
}
