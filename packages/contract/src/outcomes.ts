/** What came of a tip, told by those who worked it and only if they choose. */
import { type Static, Type } from 'typebox'
import { actionabilityParts } from './judgement.ts'

const text = Type.String()
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

/**
 * What can be said in one word. The categories follow what agencies are recalled to return to the clearinghouse; the
 * official list of codes is not public. "No answer" is not among them: it is the absence of an outcome.
 */
export const outcomeCodes = [
  'arrest',
  'child-identified',
  'under-investigation',
  'referred-elsewhere',
  'no-offence-here',
  'not-enough-information',
  'nobody-identified',
] as const
export type OutcomeCode = (typeof outcomeCodes)[number]

export const usefulnesses = ['useful', 'partly useful', 'not useful', 'not said'] as const
export type Usefulness = (typeof usefulnesses)[number]

/** `own agency`: it stays at home. `clearinghouse`: given back, to the clearinghouse and to those who referred the tip. */
export const outcomeAudiences = ['own agency', 'clearinghouse'] as const
export type OutcomeAudience = (typeof outcomeAudiences)[number]

export const missingParts = [...actionabilityParts, 'source port'] as const

export const OutcomeRequest = Type.Object({
  results: Type.Array(oneOf(outcomeCodes), { minItems: 1, maxItems: outcomeCodes.length, uniqueItems: true }),
  usefulness: oneOf(usefulnesses),
  /** Parts whose absence hindered the work. */
  missing: Type.Array(oneOf(missingParts), { maxItems: missingParts.length, uniqueItems: true }),
  audience: oneOf(outcomeAudiences),
  /** Words to whoever the outcome is given to; never shown to a provider. */
  words: Type.String({ maxLength: 1000 }),
})
export type OutcomeRequest = Static<typeof OutcomeRequest>

export const OutcomeView = Type.Object({
  outcomeId: text,
  tipId: text,
  results: Type.Array(oneOf(outcomeCodes)),
  usefulness: oneOf(usefulnesses),
  missing: Type.Array(oneOf(missingParts)),
  audience: oneOf(outcomeAudiences),
  words: text,
  by: text,
  at: text,
  withdrawn: Type.Union([Type.Object({ by: text, at: text }), Type.Null()]),
})
export type OutcomeView = Static<typeof OutcomeView>

/** News of an outcome for one person who worked on the report. */
export const OutcomeNotice = Type.Object({
  noticeId: text,
  reportId: text,
  /** The reader's own agency's tip; null where it holds none. */
  tipId: Type.Union([text, Type.Null()]),
  agency: text,
  results: Type.Array(oneOf(outcomeCodes)),
  at: text,
  seenAt: Type.Union([text, Type.Null()]),
})
export type OutcomeNotice = Static<typeof OutcomeNotice>

export const OutcomeNotices = Type.Object({
  notices: Type.Array(OutcomeNotice),
  unseen: Type.Integer(),
})
export type OutcomeNotices = Static<typeof OutcomeNotices>

/** Outcomes of a number of reports. "None given" is a state of its own and counts against nobody. */
export const OutcomeCounts = Type.Object({
  /** Reports that were made available to an agency. */
  available: Type.Integer(),
  given: Type.Integer(),
  noneGiven: Type.Integer(),
  /** Of those given. Null where too few were given to say a number without pointing at one case. */
  usefulness: Type.Union([
    Type.Object({
      useful: Type.Integer(),
      partlyUseful: Type.Integer(),
      notUseful: Type.Integer(),
      notSaid: Type.Integer(),
    }),
    Type.Null(),
  ]),
})
export type OutcomeCounts = Static<typeof OutcomeCounts>

/** Of how many reports each part was there, missing, not known or not needed. */
export const PartCounts = Type.Array(
  Type.Object({
    part: oneOf(missingParts),
    present: Type.Integer(),
    absent: Type.Integer(),
    unknown: Type.Integer(),
    notNeeded: Type.Integer(),
  }),
)
export const LabelCounts = Type.Object({ referral: Type.Integer(), informational: Type.Integer() })

/** How the reports of one provider read to those who must work with them. */
export const Scorecard = Type.Object({
  provider: text,
  /** ISO dates, UTC; the last day is not included. */
  from: text,
  to: text,
  /** Live reports finished in the period that were assessed. */
  reports: Type.Integer(),
  /** True where there were more than are read; the newest are then counted. */
  sampled: Type.Boolean(),
  parts: PartCounts,
  labels: LabelCounts,
  /** What, if it were known, would move the most reports, with what may be said to a provider; most first. */
  wouldMove: Type.Array(Type.Object({ signal: text, question: text, reports: Type.Integer(), advice: text })),
  outcomes: OutcomeCounts,
  /** How often agencies said that the absence of a part hindered them. */
  hindered: Type.Array(Type.Object({ part: oneOf(missingParts), reports: Type.Integer() })),
})
export type Scorecard = Static<typeof Scorecard>

/** The clearinghouse's own: how well it hands on. */
export const ClearinghouseScorecard = Type.Object({
  from: text,
  to: text,
  finished: Type.Integer(),
  /** Made available to at least one agency. */
  routed: Type.Integer(),
  unroutedNow: Type.Integer(),
  /** Reports whose corrected place led elsewhere after they were made available. */
  rerouted: Type.Integer(),
  /** Minutes from finished to available; null where none. */
  minutesToAvailable: Type.Union([Type.Object({ median: Type.Number(), p90: Type.Number() }), Type.Null()]),
  outcomes: OutcomeCounts,
})
export type ClearinghouseScorecard = Static<typeof ClearinghouseScorecard>
