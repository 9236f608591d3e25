/** The legal pack: what rules and guidance there are, how far each binds, and what follows for a file or a tip. */
import { type Static, type TSchema, Type } from 'typebox'
import { viewStates } from './report.ts'

const opt = Type.Optional
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)
const closed = { additionalProperties: false }
const text = Type.String({ minLength: 1, maxLength: 4000 })
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$', maxLength: 80 })
/** A year, a month or a day. What has no day counts from the end of what is known. */
const about = Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** Characters of an agency's own layer at most: some hundred entries. */
export const lawCharactersMax = 200_000
/** Entries of one layer at most. */
export const lawEntriesMax = 1_000

export const lawForces = ['law', 'agency policy', 'guidance'] as const
export type LawForce = (typeof lawForces)[number]
/** Whether the words were seen at the source, in a secondary page only, or are recalled and need counsel. */
export const lawStatuses = ['verified', 'secondary', 'to be verified by counsel'] as const
export type LawStatus = (typeof lawStatuses)[number]
export const lawKinds = ['statute', 'case', 'standard', 'policy', 'reading'] as const
export const lawTopics = [
  'opening a file',
  'duty to investigate',
  'cross-report',
  'provider duty',
  'preservation',
  'disclosure',
  'prioritising',
  'agency data',
] as const
export type LawTopic = (typeof lawTopics)[number]

export const gateAnswers = ['no warrant needed', 'warrant needed', 'unsettled'] as const
export type GateAnswer = (typeof gateAnswers)[number]
export const publicStates = ['yes', 'no', 'not stated'] as const
export type PublicState = (typeof publicStates)[number]

/** What an entry says of opening a file in one of these view states. */
export const OpenFileRule = Type.Object(
  {
    views: Type.Array(oneOf(viewStates), { minItems: 1, maxItems: viewStates.length }),
    /** It speaks of a file whose hash matched that of known material. */
    hashMatch: opt(Type.Literal(true)),
    /** It speaks of a file that is stated to have been publicly available, or stated not to have been. */
    publiclyAvailable: opt(oneOf(['yes', 'no'] as const)),
    answer: oneOf(gateAnswers),
  },
  closed,
)
export type OpenFileRule = Static<typeof OpenFileRule>

/** For whom it holds: the nation, some federal circuits, some states, or one agency alone. */
export const Jurisdiction = Type.Union([
  Type.Object({ nation: Type.Literal('US') }, closed),
  Type.Object(
    {
      circuits: Type.Array(Type.String({ pattern: '^([1-9]|1[01]|DC)$' }), { minItems: 1, maxItems: 12 }),
    },
    closed,
  ),
  Type.Object(
    { states: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { minItems: 1, maxItems: 60 }) },
    closed,
  ),
  Type.Object({ agency: Type.Literal('own') }, closed),
])
export type Jurisdiction = Static<typeof Jurisdiction>

export const LawEntry = Type.Object(
  {
    id,
    kind: oneOf(lawKinds),
    title: text,
    citation: text,
    /** The court that decided, or who issued it. */
    issuer: text,
    date: about,
    /** First day on which it holds, where that is not its date; and the first on which it no longer does. */
    from: opt(day),
    to: opt(day),
    jurisdiction: Jurisdiction,
    /** Who is bound by it. */
    binds: text,
    force: oneOf(lawForces),
    status: oneOf(lawStatuses),
    /** Who verified it and when: asked of an agency that marks its own entry as verified. */
    verifiedBy: opt(text),
    topics: Type.Array(oneOf(lawTopics), { minItems: 1, maxItems: 8 }),
    /** In our own words. */
    summary: text,
    /** The same in Spanish: our own words, and nothing that the source says in Spanish. */
    es: opt(Type.Object({ summary: text, binds: text }, closed)),
    /** Where it was seen. */
    source: text,
    openFile: opt(Type.Array(OpenFileRule, { minItems: 1, maxItems: 8 })),
    /** Entries that it puts an end to from its first day on. */
    ends: opt(Type.Array(id, { minItems: 1, maxItems: 20 })),
  },
  closed,
)
export type LawEntry = Static<typeof LawEntry>

/** One file of `data/law`, and the text of an agency's own layer. */
export const LawFile = Type.Object(
  { asOf: day, entries: Type.Array(LawEntry, { maxItems: lawEntriesMax }) },
  closed,
)
export type LawFile = Static<typeof LawFile>

export const lawCourts = ['either', 'state', 'federal'] as const
/** Where a prosecution may go: to the state's courts, the federal ones, or either, which is not known beforehand. */
export type LawCourts = (typeof lawCourts)[number]
export const Forum = Type.Object({
  state: Type.String({ pattern: '^[A-Z]{2}$' }),
  /** Null where no circuit takes in the territory. */
  circuit: nullable(Type.String({ pattern: '^([1-9]|1[01]|DC)$' })),
  courts: oneOf(lawCourts),
})
export type Forum = Static<typeof Forum>

/** A sentence of an answer by code and values, so that each language words it. */
export const LawSentence = Type.Object({
  code: oneOf([
    'court-says',
    'court-left-open',
    'court-silent',
    'court-divided',
    'no-circuit',
    'court-if-matched',
    'unverified-opens-nothing',
    'not-stated',
    'historical',
    'public-changes-nothing',
    'courts-agree',
    'courts-disagree',
    'one-court-needs-warrant',
    'one-court-open',
    'only-this-court',
    'agency-asks-more',
    'no-forum',
  ] as const),
  values: Type.Record(Type.String(), Type.String()),
})
export type LawSentence = Static<typeof LawSentence>

export const AxisAnswer = Type.Object({
  /** `silent`: no entry answers for this court. */
  answer: oneOf([...gateAnswers, 'silent'] as const),
  because: Type.Array(Type.String()),
})
export type AxisAnswer = Static<typeof AxisAnswer>

/** May a file be opened without a warrant, here, on this day? Not legal advice; it says what it rests on. */
export const OpenFileAnswer = Type.Object({
  answer: oneOf(gateAnswers),
  /** Whose courts were asked; null where the agency's forum is not known. */
  forum: nullable(Forum),
  federal: AxisAnswer,
  state: AxisAnswer,
  /** The entries it rests on, each with its mark. */
  because: Type.Array(LawEntry),
  /** The day it was asked for, and the day to which the pack was kept up. */
  on: Type.String(),
  asOf: Type.String(),
  says: Type.Array(LawSentence),
  /** The same in English. */
  sentences: Type.Array(Type.String()),
})
export type OpenFileAnswer = Static<typeof OpenFileAnswer>

/** Where the forum comes from: set by the agency, taken from the state it works in, or not known. */
export const forumBases = ['set', 'service area', 'not known'] as const

/** The pack as an agency sees it: the shipped entries, its own behind them, and its forum. */
export const LawView = Type.Object({
  asOf: Type.String(),
  forum: nullable(Forum),
  forumBasis: oneOf(forumBases),
  circuits: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), states: Type.Array(Type.String()) }),
  ),
  entries: Type.Array(LawEntry),
  /** The ids of those entries that are the agency's own. */
  own: Type.Array(Type.String()),
  /** Of the agency's layer, newest first; empty where it never wrote one. */
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      by: Type.String(),
      at: Type.String(),
      because: Type.String(),
      forum: nullable(Forum),
      text: Type.String(),
    }),
  ),
})
export type LawView = Static<typeof LawView>

/** A kind of file whose answer becomes another, and how many files of the agency's tips are of that kind. */
export const GateChange = Type.Object({
  viewState: oneOf(viewStates),
  publiclyAvailable: oneOf(publicStates),
  before: oneOf(gateAnswers),
  after: oneOf(gateAnswers),
  files: Type.Integer(),
})
export type GateChange = Static<typeof GateChange>

/** Tips named with a change of the law at most; how many there are is told beside them. */
export const lawTipsShownMax = 20

/** What an entry, or a text that is not saved yet, makes different for the agency's files. */
export const LawChanges = Type.Object({
  changes: Type.Array(GateChange),
  /** The tips whose files it touches, the newest first, and how many they are in all. */
  tips: Type.Array(Type.Object({ tipId: Type.String(), reportId: Type.String(), files: Type.Integer() }), {
    maxItems: lawTipsShownMax,
  }),
  ofTips: Type.Integer(),
  /** Files of the agency's tips whose answer becomes another. */
  files: Type.Integer(),
  /** Files looked at: those of the agency's newest tips. */
  of: Type.Integer(),
})
export type LawChanges = Static<typeof LawChanges>

export const LawCheck = Type.Object({
  problems: Type.Array(
    Type.Object({
      path: Type.String(),
      message: Type.String(),
      line: opt(Type.Integer()),
      column: opt(Type.Integer()),
    }),
  ),
  /** Absent while there are problems. */
  would: nullable(LawChanges),
})
export type LawCheck = Static<typeof LawCheck>
