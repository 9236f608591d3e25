/** An agency's own triage rules, and what may be asked of them. */
import { type Static, type TSchema, Type } from 'typebox'
import { Assessment, Interval, lanes } from './judgement.ts'

const opt = Type.Optional
const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

/** Characters of a policy's text at most; the shipped ones are a tenth of it. */
export const policyCharactersMax = 200_000
/** Tips that a preview looks at, at most: the newest. */
export const previewTipsMax = 20_000
/** Tips that a preview names, those that move furthest; its counts are of all. */
export const previewRowsMax = 200

/**
 * `activating`: approved, and the agency's tips are being ranked under it; until all are, the one before stays in force.
 * `past`: was in force once. What was ever proposed keeps its text.
 */
export const policyStates = ['draft', 'proposed', 'activating', 'active', 'past', 'withdrawn'] as const

export const PolicyHead = Type.Object({ id: text, version: Type.Integer(), name: text })
export type PolicyHead = Static<typeof PolicyHead>

const Act = nullable(Type.Object({ by: text, at: text }))

/** One version of an agency's own policy. */
export const AgencyPolicy = Type.Object({
  policyId: text,
  version: Type.Integer(),
  /** Absent while the text cannot be read. */
  name: nullable(text),
  basedOn: Type.Object({ id: text, version: Type.Integer() }),
  state: oneOf(policyStates),
  edited: Type.Object({ by: text, at: text }),
  proposed: Act,
  /** Why it was proposed. */
  because: nullable(text),
  approved: Act,
  activeFrom: nullable(text),
  activeUntil: nullable(text),
})
export type AgencyPolicy = Static<typeof AgencyPolicy>

/** Something about a policy's text; line and column count from 1. */
export const PolicyRemark = Type.Object({
  path: text,
  message: text,
  line: opt(Type.Integer()),
  column: opt(Type.Integer()),
})
export type PolicyRemark = Static<typeof PolicyRemark>

/** A policy's text, with what keeps it from being used (`problems`) and what is likely not meant (`remarks`). */
export const PolicyText = Type.Object({
  policyId: text,
  version: Type.Integer(),
  /** YAML. */
  text,
  problems: Type.Array(PolicyRemark),
  remarks: Type.Array(PolicyRemark),
  /** Absent for a shipped policy. */
  own: nullable(AgencyPolicy),
})
export type PolicyText = Static<typeof PolicyText>

export const PolicyList = Type.Object({
  inForce: PolicyHead,
  shipped: Type.Array(Type.Intersect([PolicyHead, Type.Object({ about: text })])),
  /** Newest first. */
  own: Type.Array(AgencyPolicy),
  /** Whether somebody other than its author has to activate a policy. */
  secondPerson: Type.Boolean(),
  /** While a policy is being activated: tips ranked under it, of how many. */
  activating: nullable(Type.Object({ done: Type.Integer(), of: Type.Integer() })),
})
export type PolicyList = Static<typeof PolicyList>

const Standing = Type.Object({
  band: text,
  lane: oneOf(lanes),
  risk: Interval,
  /** From 1, among the tips looked at. */
  position: Type.Integer(),
})

export const PolicyPreview = Type.Object({
  /** Tips looked at: the agency's newest. */
  tips: Type.Integer(),
  /** The policy in force, which it is compared with. */
  against: PolicyHead,
  moved: Type.Integer(),
  changedBand: Type.Integer(),
  changedLane: Type.Integer(),
  /** The position down to which is worked, as asked for. */
  line: Type.Integer(),
  crossedUp: Type.Integer(),
  crossedDown: Type.Integer(),
  /** Those that cross the line first, then those that move furthest. */
  rows: Type.Array(
    Type.Object({
      tipId: text,
      reportId: text,
      before: Standing,
      after: Standing,
      crosses: nullable(oneOf(['up', 'down'] as const)),
    }),
  ),
})
export type PolicyPreview = Static<typeof PolicyPreview>

/** A tip's assessments that are kept, newest first. */
export const AssessmentList = Type.Object({
  assessments: Type.Array(
    Type.Object({
      policy: PolicyHead,
      revision: Type.Integer(),
      madeAt: text,
      /** True for the one the tip stands by. */
      standing: Type.Boolean(),
    }),
  ),
})
export type AssessmentList = Static<typeof AssessmentList>

export const AssessmentUnder = Type.Object({
  assessment: Assessment,
  /** When it was kept; null where that version never judged this report and it was worked out just now. */
  madeAt: nullable(text),
})
export type AssessmentUnder = Static<typeof AssessmentUnder>
