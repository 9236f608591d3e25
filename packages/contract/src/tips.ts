/** What the desk is shown of tips, and what it may say of them. */
import { type Static, type TSchema, Type } from 'typebox'
import { ClockView } from './clocks.ts'
import { Assessment, Finding, Identifier, PlaceFact, Route } from './judgement.ts'
import { LabelView, LinkVerdict, PlaceCorrectionView, RecordView, Rerouted } from './judging.ts'
import { Assigned, LeaseView } from './leases.ts'
import { Agency } from './people.ts'
import { ReferralView } from './referrals.ts'
import { Report } from './report.ts'

const opt = Type.Optional
const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

export const queueLanes = ['now', 'work', 'enrich', 'informational', 'held', 'done'] as const
/** A tab of the queue. The first four are the assessment's lanes for undecided tips. */
export type QueueLane = (typeof queueLanes)[number]

export const decisionKinds = ['pursue', 'decline', 'refer', 'hold', 'request'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/**
 * offered: to another agency, which has not accepted it. returned: given back by this agency. waiting: a decision waits for
 * a second person of the agency.
 */
export const tipStates = [
  'open',
  'pursued',
  'declined',
  'referred',
  'held',
  'requested',
  'offered',
  'returned',
  'waiting',
] as const
export type TipState = (typeof tipStates)[number]

/** One row of the queue. Never carries narrative text or file names. */
export const QueueRow = Type.Object({
  tipId: text,
  reportId: text,
  state: oneOf(tipStates),
  lane: oneOf(queueLanes),
  label: oneOf(['referral', 'informational'] as const),
  origin: text,
  provider: nullable(text),
  incidentType: nullable(text),
  place: nullable(text),
  band: text,
  risk: Type.Object({ low: Type.Number(), high: Type.Number() }),
  actionability: Type.Object({ low: Type.Number(), high: Type.Number() }),
  /** The reasons that weigh most, in words; at most three. */
  reasons: Type.Array(text),
  /** ISO UTC. */
  availableAt: text,
  incidentAt: nullable(text),
  nextClock: nullable(Type.Object({ name: text, at: text })),
  fileCount: Type.Integer(),
  unviewedFileCount: Type.Integer(),
  /** Other reports that a strong link, or one that the agency confirmed, joins to this one. Suggestions are not counted. */
  linkCount: Type.Integer(),
  heldUntil: nullable(text),
  unread: Type.Boolean(),
  amended: Type.Boolean(),
  /** Set where the places known now lead elsewhere; the tip stays. */
  rerouted: opt(nullable(Rerouted)),
  /** Who is on it now. Absent where nobody is. */
  lease: opt(nullable(LeaseView)),
  /** Whose it is within the agency. Absent where it is nobody's. */
  assigned: opt(nullable(Assigned)),
  /** The agency that offers it and waits for an answer. */
  offeredBy: opt(nullable(text)),
})
export type QueueRow = Static<typeof QueueRow>

export const QueuePage = Type.Object({
  rows: Type.Array(QueueRow),
  /** Opaque; absent on the last page. */
  next: opt(text),
  counts: Type.Record(Type.String(), Type.Integer()),
  policy: Type.Object({ id: text, version: Type.Integer(), name: text }),
  /** When the server looked, ISO UTC: what came since is asked for by it. */
  at: opt(text),
})
export type QueuePage = Static<typeof QueuePage>

/** What a second person of the agency said of a decision, or that it waits for one. */
export const CountersignView = Type.Object({
  state: oneOf(['waiting', 'given', 'refused'] as const),
  by: nullable(text),
  at: nullable(text),
  because: text,
})
export type CountersignView = Static<typeof CountersignView>

/** What was in force at a moment: the list of reasons, the agency's own rules, the legal pack. */
export const InForce = Type.Object({
  reasons: opt(Type.Integer()),
  rules: opt(Type.Record(Type.String(), Type.Integer())),
  law: opt(Type.Object({ asOf: text, entries: Type.Array(text), own: Type.Integer() })),
})
export type InForce = Static<typeof InForce>

export const DecisionView = Type.Object({
  decisionId: text,
  kind: oneOf(decisionKinds),
  reasons: Type.Array(text),
  note: text,
  decidedBy: text,
  decidedAt: text,
  /** Null while it waits for a second person, and for ever where they refused. */
  takesEffectAt: nullable(text),
  undoneAt: nullable(text),
  referTo: nullable(Agency),
  holdUntil: nullable(text),
  policy: Type.Object({ id: text, version: Type.Integer() }),
  /** Set where the agency's rule asked for a second person. */
  countersign: opt(nullable(CountersignView)),
  decidedById: opt(text),
  /** The words of reasons of the agency's own, by code. */
  ownReasons: opt(Type.Record(Type.String(), text)),
  /** What was in force when it was decided: ids and versions. */
  inForce: opt(InForce),
  /** Something became known after the decision: what. */
  madeBefore: Type.Array(text),
})
export type DecisionView = Static<typeof DecisionView>

export const LinkView = Type.Object({
  reportId: text,
  /** Set where this agency holds a tip for that report. */
  tipId: nullable(text),
  strength: oneOf(['strong', 'weak'] as const),
  because: text,
  /** Names what the two share, so that a person can speak of this link. */
  linkId: opt(text),
  /** What a person of the agency said of it. A rejected link counts for nothing and stays to be seen. */
  verdict: opt(nullable(LinkVerdict)),
  /** What the clearinghouse said of it; it counts where the agency's own people said nothing. */
  clearinghouse: opt(nullable(LinkVerdict)),
})
export type LinkView = Static<typeof LinkView>

export const NoteView = Type.Object({ noteId: text, by: text, at: text, text })
export type NoteView = Static<typeof NoteView>

export const HistoryEntry = Type.Object({ at: text, who: text, what: text })
export type HistoryEntry = Static<typeof HistoryEntry>

/** Everything about one tip, with the three voices apart: `report` is the provider's, `derived` a machine's, `notes` an analyst's. */
export const TipDetail = Type.Object({
  row: QueueRow,
  report: Report,
  derived: Type.Object({
    findings: Type.Array(Finding),
    identifiers: Type.Array(Identifier),
    places: Type.Array(PlaceFact),
    links: Type.Array(LinkView),
  }),
  notes: Type.Array(NoteView),
  /** What the agency's officers recorded about signals, withdrawn ones included. */
  records: opt(Type.Array(RecordView)),
  /** Places that people corrected, oldest first. */
  corrections: opt(Type.Array(PlaceCorrectionView)),
  /** The computed label, and a person's beside it; the row shows the one that stands. */
  label: opt(nullable(LabelView)),
  assessment: nullable(Assessment),
  route: nullable(Route),
  /** Other agencies that have this report too, by name. */
  alsoWith: Type.Array(text),
  clocks: Type.Array(ClockView),
  /** Newest first; those taken back are among them. */
  decisions: Type.Array(DecisionView),
  history: Type.Array(HistoryEntry),
  documents: Type.Array(
    Type.Object({ documentId: text, kind: text, receivedAt: text, sha256: text, sizeBytes: Type.Integer() }),
  ),
  unknownFieldCount: Type.Integer(),
  /** Set where the tip was ever referred or offered. */
  referral: opt(nullable(ReferralView)),
  /** Position in its lane, from 1. */
  position: nullable(Type.Integer()),
})
export type TipDetail = Static<typeof TipDetail>

export const DecisionRequest = Type.Object({
  kind: oneOf(decisionKinds),
  /** Codes of `decisionReasons` for the kind; at least one. */
  reasons: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 10 }),
  note: Type.String({ maxLength: 4000 }),
  /** Agency id; required for refer. */
  referTo: opt(text),
  /** For refer: what the other agency is told. The note stays with the own agency. */
  tellThem: opt(Type.String({ maxLength: 2000 })),
  /** Decides although somebody else is on the tip. */
  takeOver: opt(Type.Boolean()),
  /** ISO UTC; required for hold, in the future. */
  holdUntil: opt(text),
})
export type DecisionRequest = Static<typeof DecisionRequest>

/** A reason that an agency added. */
export const OwnReason = Type.Object({
  reasonId: text,
  /** What a decision names it by. */
  code: text,
  kind: oneOf(decisionKinds),
  words: text,
  added: Type.Object({ by: text, at: text }),
  retired: nullable(Type.Object({ by: text, at: text })),
})
export type OwnReason = Static<typeof OwnReason>
export const ReasonList = Type.Object({
  /** Of the published list. */
  version: Type.Integer(),
  own: Type.Array(OwnReason),
})
export type ReasonList = Static<typeof ReasonList>

export const ImportResult = Type.Object({
  reportId: text,
  /** False where the same bytes had been imported before: the same file twice is one report. */
  created: Type.Boolean(),
  unknownFieldCount: Type.Integer(),
  notes: Type.Array(text),
})
export type ImportResult = Static<typeof ImportResult>

export const StuckItem = Type.Object({
  reportId: text,
  stage: text,
  attempts: Type.Integer(),
  lastError: text,
  since: text,
})
export type StuckItem = Static<typeof StuckItem>

export const UnroutedItem = Type.Object({
  reportId: text,
  provider: nullable(text),
  since: text,
  missing: Type.Array(text),
})
export type UnroutedItem = Static<typeof UnroutedItem>

export const PipelineView = Type.Object({
  /** Reports finished but not yet in a queue, by stage. */
  waiting: Type.Record(Type.String(), Type.Integer()),
  stuck: Type.Array(StuckItem),
  unrouted: Type.Array(UnroutedItem),
  /** Reports finished in the last five minutes, hour and day. */
  received: Type.Object({ fiveMinutes: Type.Integer(), hour: Type.Integer(), day: Type.Integer() }),
  /** Every stage in its order: what waits there, since when, and how much of it failed before and is tried again. */
  stages: Type.Array(
    Type.Object({
      stage: text,
      waiting: Type.Integer(),
      oldestAt: nullable(text),
      retrying: Type.Integer(),
      stuck: Type.Integer(),
    }),
  ),
})
export type PipelineView = Static<typeof PipelineView>

export const Credit = Type.Object({ name: text, what: text, licence: text, url: opt(text) })
export type Credit = Static<typeof Credit>
