/** What an auditor is shown of the ledger: who did what, on what, when; never a report's content. */
import { type Static, Type } from 'typebox'

const text = Type.String()
const nullable = (schema: typeof text) => Type.Union([schema, Type.Null()])
const opt = Type.Optional
const word = Type.String({ minLength: 1, maxLength: 256 })
const instant = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z$',
  maxLength: 40,
})

/** Entries of one page at most: nobody reads further at once. */
export const ledgerPageEntriesMax = 200

/** What to look for: every part that is given must fit. */
export const ledgerFilter = {
  /** Id of the person who did it. */
  person: opt(word),
  /** `kind` and `id` of what it was done to. */
  objectKind: opt(word),
  objectId: opt(word),
  action: opt(word),
  /** UTC; `from` is included, `to` is not. */
  from: opt(instant),
  to: opt(instant),
}
export const LedgerFilter = Type.Object(ledgerFilter)
export type LedgerFilter = Static<typeof LedgerFilter>

export const ledgerOutcomes = ['done', 'denied', 'failed'] as const

export const LedgerEntryView = Type.Object({
  /** Its place in the log, from 0. */
  index: Type.Integer(),
  entryId: text,
  /** UTC. */
  at: text,
  actor: Type.Object({ kind: text, id: text, name: nullable(text) }),
  /** Agency or provider, by id. */
  actingFor: nullable(text),
  action: text,
  object: Type.Object({ kind: text, id: text }),
  reason: nullable(text),
  /** An IP address or `internal`. */
  source: text,
  outcome: Type.Enum(ledgerOutcomes),
  /** Ids, hashes and counts. */
  details: Type.Record(text, Type.Union([text, Type.Number(), Type.Boolean()])),
  /** Whether a signed checkpoint covers it by now. */
  signed: Type.Boolean(),
})
export type LedgerEntryView = Static<typeof LedgerEntryView>

export const LedgerPage = Type.Object({
  /** Newest first. */
  entries: Type.Array(LedgerEntryView),
  /** Opaque; absent on the last page. */
  next: opt(text),
  /** The newest checkpoint, as signed; null before the first. */
  checkpoint: Type.Union([Type.Object({ size: Type.Integer(), note: text }), Type.Null()]),
  /** Every action the ledger knows, for a list to choose from. */
  actions: Type.Array(text),
})
export type LedgerPage = Static<typeof LedgerPage>

export const LedgerVerification = Type.Object({
  verificationId: text,
  state: Type.Enum(['running', 'sound', 'wrong', 'failed'] as const),
  startedAt: text,
  endedAt: nullable(text),
  /** Entries checked of those there are. */
  done: Type.Integer(),
  size: Type.Integer(),
  /** The root of the tree in base64, once it is known. */
  root: nullable(text),
  problemCount: Type.Integer(),
  /** The first of them: where, and what. Names files and places in the log. */
  problems: Type.Array(Type.Object({ where: text, what: text })),
})
export type LedgerVerification = Static<typeof LedgerVerification>

/** That an auditor looked through the log: entries before `upTo`, and what they noticed. It binds nobody to anything. */
export const LedgerReview = Type.Object({
  reviewId: text,
  agency: text,
  by: text,
  upTo: Type.Integer(),
  noticed: text,
  at: text,
})
export type LedgerReview = Static<typeof LedgerReview>

export const ledgerReviewRequest = {
  upTo: Type.Integer({ minimum: 0 }),
  noticed: Type.String({ minLength: 1, maxLength: 4000 }),
}
/** Reviews listed at most, the newest: a year of weekly ones. */
export const ledgerReviewsMax = 60
