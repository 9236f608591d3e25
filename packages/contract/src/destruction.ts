/** Destroying a file: who asks for it, under what, what keeps it, and what is left. */
import { type Static, Type } from 'typebox'

const text = Type.String()
const opt = Type.Optional
/** UTC, ISO 8601. */
const moment = Type.String()
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const destructionBases = ['order', 'retention rule'] as const
export type DestructionBasis = (typeof destructionBases)[number]

export const destructionStates = [
  'proposed',
  'withdrawn',
  'refused',
  'approved',
  'key destroyed',
  'done',
] as const
export type DestructionState = (typeof destructionStates)[number]

/** An order needs its court, number and date; a retention rule its name. Both need the legal basis in the person's words. */
export const DestructionRequest = Type.Object({
  basis: Type.Enum(destructionBases),
  court: opt(Type.String({ minLength: 1, maxLength: 300 })),
  number: opt(Type.String({ minLength: 1, maxLength: 200 })),
  dated: opt(date),
  rule: opt(Type.String({ minLength: 1, maxLength: 300 })),
  because: Type.String({ minLength: 1, maxLength: 4000 }),
})
export type DestructionRequest = Static<typeof DestructionRequest>

export const holdKinds = [
  'provider hold',
  'preservation letter',
  'open tip',
  'open case',
  'other agency',
] as const
export type HoldKind = (typeof holdKinds)[number]

/** What keeps a file, and until when where that is known. `stands`: it does for this request; an order lifts most. */
export const DestructionHold = Type.Object({
  kind: Type.Enum(holdKinds),
  agency: opt(text),
  until: opt(moment),
  stands: Type.Boolean(),
})
export type DestructionHold = Static<typeof DestructionHold>

/** One request to destroy a file, from its proposal to its certificate. */
export const DestructionView = Type.Object({
  destructionId: text,
  fileId: text,
  reportId: text,
  sha256: text,
  agency: text,
  ...DestructionRequest.properties,
  proposedBy: text,
  proposedAt: moment,
  /** The signed-in person proposed it: somebody else decides. */
  isMine: Type.Boolean(),
  state: Type.Enum(destructionStates),
  decidedBy: opt(text),
  decidedAt: opt(moment),
  decidedBecause: opt(text),
  keyDestroyedAt: opt(moment),
  doneAt: opt(moment),
  /** While it is only proposed: what keeps the file now. */
  holds: Type.Array(DestructionHold),
})
export type DestructionView = Static<typeof DestructionView>

/** Requests listed at most, the newest. */
export const destructionsListedMax = 200
