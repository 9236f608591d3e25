/** Referral between agencies: one chain, which all in it see alike. */
import { type Static, type TSchema, Type } from 'typebox'

const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const named = Type.Object({ agencyId: text, name: text })

export const referralStates = ['offered', 'accepted', 'returned', 'withdrawn'] as const

export const ReferralStep = Type.Object({
  referralId: text,
  from: named,
  to: named,
  state: Type.Enum(referralStates),
  offeredBy: text,
  offeredAt: text,
  /** Codes of the reasons to refer that the offering agency gave. */
  reasons: Type.Array(text),
  message: text,
  acceptedBy: nullable(text),
  acceptedAt: nullable(text),
  endedBy: nullable(text),
  endedAt: nullable(text),
  endedBecause: text,
  /**
   * Where it stands with a sub-agency that accepted it, for the agency that leads it: a state of a tip and nothing else. Null
   * where that is not the reader's to see.
   */
  theirState: nullable(text),
})
export type ReferralStep = Static<typeof ReferralStep>

export const ReferralView = Type.Object({
  owner: named,
  /** Whether the acting agency is the owner. */
  ours: Type.Boolean(),
  /** What the acting agency can do now. */
  may: Type.Array(Type.Enum(['accept', 'return', 'withdraw'] as const)),
  /** Who owns it after each of these, by name. */
  next: Type.Record(Type.String(), text),
  /** Oldest first. */
  steps: Type.Array(ReferralStep),
})
export type ReferralView = Static<typeof ReferralView>

export const ReferralLine = Type.Object({
  referralId: text,
  /** The acting agency's own tip; null where it may not see it (any more). */
  tipId: nullable(text),
  incoming: Type.Boolean(),
  other: named,
  state: Type.Enum(referralStates),
  offeredAt: text,
  /** When it was answered or taken back, last. */
  answeredAt: nullable(text),
  because: text,
})
export type ReferralLine = Static<typeof ReferralLine>
