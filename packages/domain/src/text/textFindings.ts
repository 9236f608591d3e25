import type { Finding, Report } from '@opentipline/contract'
import { findingKey, known } from '../findings/makeFinding.ts'
import { type MentionAt, textMentions } from './textIdentifiers.ts'
import type { PlaceHint } from './placeHints.ts'
import { type HintAt, textPlaceHints } from './textPlaces.ts'
import type { ProviderNote } from './providers/extraction.ts'
import { providerExtraction } from './providers/providerExtraction.ts'
import { textsOf } from './textsOf.ts'

/** Raise this when a rule or dictionary changes, so that a finding says which rules read it. */
const textRulesVersion = '1'
const source = 'text rules'

/** Words around a mention are shown to a person; more than this is the passage itself. */
const wordsMax = 200

/** What a database and a screen can hold: no control characters but line ends and tabs, no half characters. */
const words = (text: string, start: number, end: number): string =>
  text
    .slice(start, Math.min(end, start + wordsMax))
    .replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD')
    .toWellFormed()

const identifierFinding = ({ path, role, mention }: MentionAt, text: string): Finding => ({
  key: findingKey('text identifier', path, `${role} ${mention.kind} ${mention.value}`),
  kind: 'text identifier',
  about: path,
  answer: 'hit',
  value: {
    identifier: mention.kind,
    value: mention.value,
    role,
    rule: mention.rule,
    start: mention.start,
    end: mention.end,
    words: words(text, mention.start, mention.end),
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

const placeFinding = ({ path, role, hint }: HintAt, text: string): Finding => ({
  key: findingKey('text place', path, `${role} ${hint.start} ${hint.rule}`),
  kind: 'text place',
  about: path,
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
    role,
    rule: hint.rule,
    start: hint.start,
    end: hint.end,
    words: words(text, hint.start, hint.end),
  }),
  source,
  sourceVersion: textRulesVersion,
  confidence: 'low',
  caveat: stanceCaveat(hint),
})

const habitFinding = ({ path, says }: ProviderNote): Finding => ({
  key: findingKey('provider habit', path),
  kind: 'provider habit',
  about: path,
  answer: 'hit',
  value: { says },
  source: 'habits of providers',
  sourceVersion: textRulesVersion,
  confidence: 'medium',
})

/**
 * What free text yields: `text identifier` and `text place` findings, always derived and of low confidence, each
 * with its rule and offsets; and what is known of the provider's habits (`provider habit`). A denied place is no hint and gives none; a quoted one says that it is quoted.
 * Pure, total, deterministic; a mention repeated in one passage is one finding.
 */
export function textFindings(report: Report): Finding[] {
  const texts = new Map(textsOf(report).map(({ path, text }) => [path, text]))
  const all = [
    ...textMentions(report).map((mention) => identifierFinding(mention, texts.get(mention.path) ?? '')),
    ...textPlaceHints(report).map((hint) => placeFinding(hint, texts.get(hint.path) ?? '')),
    ...providerExtraction(report).notes.map(habitFinding),
  ]
  return [...new Map(all.map((finding) => [finding.key, finding])).values()]
}
