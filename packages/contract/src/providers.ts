/** What a provider's own engineers see: their credentials, their own reports, and what could be stated better. */
import { type Static, Type } from 'typebox'

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
