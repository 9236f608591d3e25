/** What the machine made of a report: identifiers, findings, places, signals, assessment, route. */
import { type Static, Type } from 'typebox'

const opt = Type.Optional
const text = Type.String()
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

/**
 * Where a statement stands: `report` points into the report model by JSON pointer, `finding` names a finding,
 * `link` another report, `record` something an officer recorded at the desk.
 */
export const Evidence = Type.Object({
  from: oneOf(['report', 'finding', 'link', 'record'] as const),
  /** JSON pointer into the report (`/parties/0/ipCaptures/1`), a finding key, a report id, or a record id. */
  ref: text,
})
export type Evidence = Static<typeof Evidence>

export const identifierKinds = [
  'account',
  'screenName',
  'email',
  'phone',
  'ip',
  'ipAtTime',
  'device',
  'url',
  'hash',
  'group',
  'payment',
  /** What a picture looks like: a perceptual hash, its own or that of an earlier picture that looks the same. */
  'picture',
] as const
export const identifierRoles = ['reported', 'recipient', 'child', 'file', 'incident', 'reporter'] as const

/** A normalised identifier with the role it has in this report. */
export const Identifier = Type.Object({
  kind: oneOf(identifierKinds),
  /** Normal form; equal values of one kind mean the same thing. */
  value: text,
  role: oneOf(identifierRoles),
  /** `stated` in a field of its own, or `derived` from free text. */
  basis: oneOf(['stated', 'derived'] as const),
  path: text,
  /** UTC, ISO 8601, where the identifier was used at a stated time. */
  at: opt(text),
})
export type Identifier = Static<typeof Identifier>

export const findingAnswers = ['hit', 'miss', 'not checked', 'failed'] as const

/** One enrichment result. It never overwrites what the provider said. */
export const Finding = Type.Object({
  /** Stable within the report: `kind` and the path or value it speaks of, so that a re-run replaces itself. */
  key: text,
  kind: oneOf([
    'ip location',
    'ip network',
    'phone region',
    'email domain',
    'time zone',
    'url host',
    'hash list',
    'picture hash',
    'county',
    'text identifier',
    'text place',
    /** What is known of how a provider fills its reports, about a field or text of this one. */
    'provider habit',
  ] as const),
  /** JSON pointer of what it is about. */
  about: text,
  answer: oneOf(findingAnswers),
  /** The result, by kind; see the kinds in domain. Empty unless `answer` is `hit`. */
  value: Type.Record(Type.String(), Type.Unknown()),
  source: text,
  sourceVersion: text,
  /** Date of the source's data, ISO, where known. */
  sourceDate: opt(text),
  confidence: oneOf(['high', 'medium', 'low'] as const),
  /** Why it is not more certain, or why it was not checked or failed. */
  caveat: opt(text),
})
export type Finding = Static<typeof Finding>

export const placeSpecificities = ['address', 'postal code', 'city', 'county', 'region', 'country'] as const
/** A place fact: where the subject, the child or the incident is, by what evidence. */
export const PlaceFact = Type.Object({
  role: oneOf(['subject', 'child', 'recipient', 'incident', 'file'] as const),
  kind: oneOf([
    'stated address',
    'estimated location',
    'ip location',
    'phone region',
    'school',
    'coordinates',
    'text place',
    'profile',
    /** A person said so, against what was found. */
    'correction',
  ] as const),
  basis: oneOf(['stated', 'derived'] as const),
  specificity: oneOf(placeSpecificities),
  confidence: oneOf(['high', 'medium', 'low'] as const),
  country: opt(text),
  /** US state or territory abbreviation when `country` is US, else the region as given. */
  region: opt(text),
  countyFips: opt(text),
  city: opt(text),
  postalCode: opt(text),
  latitude: opt(Type.Number()),
  longitude: opt(Type.Number()),
  /** UTC of the event it comes from. */
  at: opt(text),
  evidence: Evidence,
})
export type PlaceFact = Static<typeof PlaceFact>

export const signalClasses = ['tip', 'intelligence', 'law', 'operations'] as const

/** A fact that matters for triage: true, false or unknown, with what it rests on. Unknown is not false. */
export const Signal = Type.Object({
  name: text,
  value: oneOf(['true', 'false', 'unknown'] as const),
  evidence: Type.Array(Evidence),
})
export type Signal = Static<typeof Signal>

export const forces = ['law', 'agency policy', 'guidance', 'discretion'] as const
/** Where a rule comes from and how far it binds. What has none is discretion. */
export const Authority = Type.Object({
  force: oneOf(forces),
  citation: text,
  /** ISO date of the source, or of when it was looked at. */
  date: opt(text),
  status: oneOf(['verified', 'secondary', 'recalled', 'choice'] as const),
})
export type Authority = Static<typeof Authority>

/** A closed interval of points: with every unknown at its worst and at its best. */
export const Interval = Type.Object({ low: Type.Number(), high: Type.Number() })
export type Interval = Static<typeof Interval>

export const WhyEntry = Type.Object({
  rule: text,
  says: text,
  points: Type.Number(),
  score: oneOf(['risk', 'actionability'] as const),
  /** Set where the rule is a floor: the least band it forces. */
  floor: opt(text),
  evidence: Type.Array(Evidence),
  authority: Authority,
})
export type WhyEntry = Static<typeof WhyEntry>

export const lanes = ['now', 'work', 'enrich', 'informational'] as const

const Turn = Type.Object({
  band: text,
  risk: Interval,
  actionability: Interval,
  lane: oneOf(lanes),
  /** The place in that lane of the reading agency's queue, from 1: told with a tip that is open, not kept with an assessment. */
  place: opt(Type.Integer()),
})

/** One unknown, and what the report would become if it turned out either way. */
export const UnknownEntry = Type.Object({
  signal: text,
  says: text,
  ifTrue: Turn,
  ifFalse: Turn,
  /** The act that would find out. */
  act: text,
  /** What a provider could add from what it already holds (never a request to search), where that applies. */
  providerAdvice: opt(text),
})
export type UnknownEntry = Static<typeof UnknownEntry>

export const actionabilityParts = [
  'where the subject is',
  'where the child is',
  'the file or conversation',
  'the exact time',
] as const

export const Assessment = Type.Object({
  policy: Type.Object({ id: text, version: Type.Integer(), name: text }),
  risk: Type.Object({ low: Type.Number(), high: Type.Number(), band: text }),
  actionability: Type.Object({
    score: Interval,
    parts: Type.Array(
      Type.Object({
        part: oneOf([...actionabilityParts, 'source port'] as const),
        state: oneOf(['present', 'absent', 'unknown', 'not needed'] as const),
        evidence: Type.Array(Evidence),
      }),
    ),
  }),
  label: oneOf(['referral', 'informational'] as const),
  labelBecause: text,
  lane: oneOf(lanes),
  why: Type.Array(WhyEntry),
  unknown: Type.Array(UnknownEntry),
  signals: Type.Array(Signal),
})
export type Assessment = Static<typeof Assessment>

/** One recipient of a route, or the unrouted queue (`agency` null). */
export const Route = Type.Object({
  agency: Type.Union([text, Type.Null()]),
  because: text,
  place: opt(PlaceFact),
  confidence: oneOf(['high', 'medium', 'low'] as const),
  /** What would have to be known for a better route; only on unrouted. */
  missing: Type.Array(text),
  /** The place is an affiliate's too: who leads it, and whether the lead's rule sent the report straight there. */
  affiliate: opt(Type.Object({ agencyId: text, name: text, leadId: text, straight: Type.Boolean() })),
})
export type Route = Static<typeof Route>
