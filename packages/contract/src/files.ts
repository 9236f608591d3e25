/** Opening a file: what stands in the way, what an officer holds, and what opening leaves behind. */
import { type Static, Type } from 'typebox'
import { OpenFileAnswer } from './law.ts'
import { viewStates } from './report.ts'

const text = Type.String()
const opt = Type.Optional
/** UTC, ISO 8601. */
const moment = Type.String()
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const authorityKinds = ['warrant', 'consent', 'exigency', 'counsel reading'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

const named = Type.String({ minLength: 1, maxLength: 300 })

/** What an officer holds for one file. A warrant needs its court, number and date; consent and a reading, who gave it. */
export const AuthorityRequest = Type.Object({
  kind: Type.Enum(authorityKinds),
  court: opt(named),
  number: opt(Type.String({ minLength: 1, maxLength: 200 })),
  dated: opt(date),
  /** When the warrant was, or is to be, returned to the court. */
  returnedBy: opt(date),
  givenBy: opt(named),
  note: Type.String({ minLength: 1, maxLength: 4000 }),
})
export type AuthorityRequest = Static<typeof AuthorityRequest>

export const FileAuthority = Type.Intersect([
  AuthorityRequest,
  Type.Object({
    authorityId: text,
    by: text,
    at: moment,
    withdrawn: Type.Union([Type.Null(), Type.Object({ at: moment, by: text, because: text })]),
  }),
])
export type FileAuthority = Static<typeof FileAuthority>

/** Where the bytes of a file are. `not sent`: the provider sent none, or the report was imported. */
export const heldStates = ['here', 'not sent', 'destroyed'] as const

/** One file of a tip, and everything that opening it depends on. Nothing of what is in it. */
export const FileGate = Type.Object({
  fileId: text,
  held: Type.Enum(heldStates),
  sizeBytes: opt(Type.Integer()),
  /** When its key was destroyed, under what, and the number of the request, by which the certificate is had. */
  destroyed: opt(
    Type.Object({
      at: moment,
      under: text,
      destructionId: text,
      /** False while the object itself is still being taken away: the certificate comes after. */
      certified: Type.Boolean(),
    }),
  ),
  /** A proposal to destroy it that nobody has decided on. */
  proposed: opt(Type.Object({ destructionId: text, by: text, at: moment })),
  viewState: Type.Enum(viewStates),
  publiclyAvailable: Type.Enum(['yes', 'no', 'not stated']),
  gate: OpenFileAnswer,
  authorities: Type.Array(FileAuthority),
  /** True where the gate, or an authority that stands, lets this agency open it. */
  mayOpen: Type.Boolean(),
  /** When somebody of this agency last looked at it. Not who. */
  seen: Type.Union([Type.Null(), Type.Object({ lastAt: moment, times: Type.Integer() })]),
  /** What was found wrong with the stored bytes, while nobody has said what was done about it. */
  incident: Type.Union([Type.Null(), Type.Object({ kind: text, foundAt: moment })]),
})
export type FileGate = Static<typeof FileGate>

/** What a file is opened for. The code goes into the log; the words beside it stay with the opening. */
export const openingPurposes = [
  'assess the report',
  'identify a child',
  'identify the person reported',
  'prepare legal process',
  'act on a warrant',
  'court or disclosure',
  'other',
] as const
export type OpeningPurpose = (typeof openingPurposes)[number]

export const OpeningRequest = Type.Object({
  purpose: Type.Enum(openingPurposes),
  reason: Type.String({ minLength: 1, maxLength: 2000 }),
})
export type OpeningRequest = Static<typeof OpeningRequest>

/** An opening that is on record; its bytes may be read until then, by the person who opened. */
export const FileOpening = Type.Object({
  openingId: text,
  fileId: text,
  sizeBytes: Type.Integer(),
  sha256: text,
  until: moment,
})
export type FileOpening = Static<typeof FileOpening>

/** How a person wants what they open to be shown. */
export const ViewingPreference = Type.Object({
  blurPixels: Type.Integer({ minimum: 0, maximum: 40 }),
  greyscale: Type.Boolean(),
  muted: Type.Boolean(),
  /** Minutes of viewing after which a pause is suggested; 0 for never. A suggestion, never a bar. */
  breakMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
})
export type ViewingPreference = Static<typeof ViewingPreference>

/** A person's own exposure. Days are UTC, the newest first. */
export const ViewingView = Type.Object({
  preference: ViewingPreference,
  /** False while the person has never chosen: what is shown are the defaults. */
  chosen: Type.Boolean(),
  today: Type.Integer(),
  /** The agency's own limit of files opened in a day (agency policy), and what is left of it; null where it has none. */
  limit: Type.Union([
    Type.Null(),
    Type.Object({ perDay: Type.Integer(), left: Type.Integer(), liftedToday: Type.Boolean() }),
  ]),
  days: Type.Array(Type.Object({ day: date, views: Type.Integer() })),
})
export type ViewingView = Static<typeof ViewingView>

/** People who must have looked in a week before its sum is told: below it, a sum tells of one person. */
export const viewSumPeopleMin = 5

/** Sums of an agency for whole weeks that are over. `views` is null where too few people looked for it to be told. */
export const ViewingSums = Type.Object({
  peopleMin: Type.Integer(),
  weeks: Type.Array(Type.Object({ week: date, views: Type.Union([Type.Integer(), Type.Null()]) })),
})
export type ViewingSums = Static<typeof ViewingSums>

export const incidentKinds = ['mismatch', 'missing', 'key refused'] as const

/** Stored evidence that is not what was received. Ids and times; nothing of what it is. */
export const IncidentView = Type.Object({
  incidentId: text,
  kind: Type.Enum(incidentKinds),
  fileId: text,
  reportId: text,
  damage: opt(text),
  foundBy: Type.Enum(['reading', 'scrub']),
  foundAt: moment,
  resolved: Type.Union([Type.Null(), Type.Object({ at: moment, by: text, says: text })]),
})
export type IncidentView = Static<typeof IncidentView>

/** An object of the store that no row knows, or whose row says that it is destroyed. Found by the nightly check. */
export const OrphanView = Type.Object({
  objectId: text,
  storedBytes: Type.Integer(),
  kind: Type.Enum(['unknown', 'destroyed']),
  foundAt: moment,
})
export type OrphanView = Static<typeof OrphanView>
