/** What a provider's own engineers see: their credentials, their own reports, and what could be stated better. */
import { type Static, Type } from 'typebox'
import { LabelCounts, missingParts, PartCounts } from './outcomes.ts'

const text = Type.String()
const nullable = (schema: typeof text) => Type.Union([schema, Type.Null()])

export const environments = ['live', 'test'] as const
export const Environment = Type.Enum(environments)

/** Hours for which the old credential of a rotation still works: 30 days at most, so that no rotation is forgotten. */
export const overlapHoursMax = 720
/** Credentials of one provider and environment that work at the same time: enough for a rotation in every data centre. */
export const workingCredentialsMax = 20
/** Characters of what a credential is for. */
export const purposeCharactersMax = 80
/** Rows of a page of own reports. */
export const ownReportsPageMax = 100
/** Characters of a document to check here; a larger one is for `tipline lint`, which reads it on one's own machine. */
export const checkedCharactersMax = 60_000

/** A credential without its password, which nobody has but who it was shown to. */
export const CredentialView = Type.Object({
  credentialId: text,
  environment: Environment,
  username: text,
  purpose: text,
  state: Type.Enum(['working', 'ending', 'expired', 'revoked'] as const),
  createdAt: text,
  expiresAt: nullable(text),
  revokedAt: nullable(text),
  /** To the minute; null while it was never used. */
  lastUsedAt: nullable(text),
  callsPerMinute: Type.Integer(),
  /** When calls were last answered with 429, to the minute. */
  limitedAt: nullable(text),
  /** The credential that this one takes the place of. */
  replaces: nullable(text),
})
export type CredentialView = Static<typeof CredentialView>

/** The one answer that holds a password. */
export const NewCredentialView = Type.Object({ credential: CredentialView, password: text })
export type NewCredentialView = Static<typeof NewCredentialView>

export const OwnProvider = Type.Object({
  provider: Type.Object({ providerId: text, name: text }),
  credentials: Type.Array(CredentialView),
})
export type OwnProvider = Static<typeof OwnProvider>

export const ownReportStates = ['open', 'finished', 'retracted', 'expired'] as const
export const OwnReportRow = Type.Object({
  reportId: text,
  state: Type.Enum(ownReportStates),
  openedAt: text,
  closedAt: nullable(text),
  fileCount: Type.Integer(),
})
export type OwnReportRow = Static<typeof OwnReportRow>

export const OwnReports = Type.Object({
  reports: Type.Array(OwnReportRow),
  /** Opaque; absent on the last page. */
  next: Type.Optional(text),
})

const place = {
  document: text,
  line: Type.Integer(),
  column: Type.Integer(),
  path: text,
  rule: text,
  message: text,
}
/** What would be refused, what breaks a rule that is not enforced, and what an agency would miss. */
export const DocumentCheck = Type.Object({
  errors: Type.Array(Type.Object({ code: Type.Integer(), ...place })),
  warnings: Type.Array(Type.Object(place)),
  advice: Type.Array(Type.Object({ id: text, document: text, path: text, says: text, because: text })),
})
export type DocumentCheck = Static<typeof DocumentCheck>

/** What somebody at a desk could work with, of a report as it stands in the document: no score, and nothing of any agency. */
export const FilingPreview = Type.Object({
  parts: Type.Array(
    Type.Object({
      part: Type.Enum(missingParts),
      state: Type.Enum(['present', 'absent', 'unknown', 'not needed'] as const),
    }),
  ),
  /** What the provider could add of what it already holds, what would help most first. */
  couldAdd: Type.Array(text),
})
export type FilingPreview = Static<typeof FilingPreview>

export const CheckedDocument = Type.Object({
  ...DocumentCheck.properties,
  /** Null where the document is no report that can be read. */
  preview: Type.Union([FilingPreview, Type.Null()]),
})
export type CheckedDocument = Static<typeof CheckedDocument>

/** A quarter of the calendar, UTC. A provider's numbers come by whole quarters: two spans that differ by a day would tell of one report. */
export const Quarter = Type.String({ pattern: '^20\\d{2}-Q[1-4]$' })

/** What agencies told of a provider's reports, so coarse that it points at none of them. */
export const ToldOutcomes = Type.Object({
  /** At least so many reports have an outcome: a multiple of five. */
  atLeast: Type.Integer(),
  /** Of those, in hundredths rounded to ten. */
  usefulPercent: Type.Integer(),
  partlyUsefulPercent: Type.Integer(),
  notUsefulPercent: Type.Integer(),
  /** Parts whose absence several agencies said hindered them. */
  hindered: Type.Array(Type.Enum(missingParts)),
})
export type ToldOutcomes = Static<typeof ToldOutcomes>

/** How a provider's own reports of a quarter read to those who must work with them. */
export const OwnScorecard = Type.Object({
  quarter: Quarter,
  from: text,
  /** ISO dates, UTC; the last day is not included. */
  to: text,
  reports: Type.Integer(),
  sampled: Type.Boolean(),
  parts: PartCounts,
  labels: LabelCounts,
  available: Type.Integer(),
  /** Without the names of signals: only what a provider may be told. */
  couldAdd: Type.Array(Type.Object({ advice: text, reports: Type.Integer() })),
  /** Null where too few were told to say anything without pointing at one report. */
  told: Type.Union([ToldOutcomes, Type.Null()]),
})
export type OwnScorecard = Static<typeof OwnScorecard>

export const OwnReport = Type.Object({
  ...OwnReportRow.properties,
  environment: Environment,
  username: text,
  files: Type.Array(
    Type.Object({
      fileId: text,
      sizeBytes: Type.Integer(),
      sha256: text,
      /** Whether details were given for it. */
      described: Type.Boolean(),
    }),
  ),
  /** `not due`: the report is not finished. `not yet`: a checkpoint will cover it within seconds. */
  receipt: Type.Enum(['ready', 'not yet', 'not due'] as const),
  check: DocumentCheck,
  /** Documents that the check looked at, of those there are: a very large report is looked at in part. */
  documents: Type.Object({ looked: Type.Integer(), of: Type.Integer() }),
})
export type OwnReport = Static<typeof OwnReport>
