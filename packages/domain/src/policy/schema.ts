import { forces } from '@opentipline/contract'
import { type Static, Type } from 'typebox'

/** Most rules and floors of a policy: far above any published scale, so that assessing stays quick. */
export const rulesMax = 500
/** Most points of one rule. With `rulesMax` it keeps every sum inside 20 bits, which the queue's order relies on. */
export const pointsMax = 1000
/** Most bands of a policy. */
export const bandsMax = 16

const id = Type.String({ minLength: 1, maxLength: 80 })
const text = Type.String({ minLength: 1, maxLength: 2000 })
const closed = { additionalProperties: false }
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

/** A signal by name, or `all`, `any`, `not` of conditions. Evaluated in three values (Kleene). */
export const Condition = Type.Cyclic(
  {
    Condition: Type.Union([
      id,
      Type.Object({ all: Type.Array(Type.Ref('Condition'), { minItems: 1, maxItems: 50 }) }, closed),
      Type.Object({ any: Type.Array(Type.Ref('Condition'), { minItems: 1, maxItems: 50 }) }, closed),
      Type.Object({ not: Type.Ref('Condition') }, closed),
    ]),
  },
  'Condition',
)
export type Condition = string | { all: Condition[] } | { any: Condition[] } | { not: Condition }

const PolicyAuthority = Type.Object(
  {
    force: oneOf(forces),
    citation: text,
    date: Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })),
    status: oneOf(['verified', 'secondary', 'recalled', 'choice'] as const),
  },
  closed,
)

const Band = Type.Object({ id, says: text, atLeast: Type.Optional(Type.Integer()) }, closed)

const Rule = Type.Object(
  {
    id,
    when: Condition,
    points: Type.Integer({ minimum: -pointsMax, maximum: pointsMax }),
    score: oneOf(['risk', 'actionability'] as const),
    says: text,
    because: id,
  },
  closed,
)

const Floor = Type.Object({ id, when: Condition, band: id, says: text, because: id }, closed)

const Input = Type.Object({ variable: text, signal: Type.Optional(id), note: Type.Optional(text) }, closed)

/** Triage rules of an agency, as data. `docs/explanation/judgement.md` tells how they are read. */
export const PolicySchema = Type.Object(
  {
    id,
    version: Type.Integer({ minimum: 1 }),
    name: text,
    about: text,
    asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    authorities: Type.Record(Type.String(), PolicyAuthority),
    /** Highest first. A band without `atLeast` is reached by a floor only; the last one catches everything. */
    bands: Type.Array(Band, { minItems: 1, maxItems: bandsMax }),
    rules: Type.Array(Rule, { maxItems: rulesMax }),
    floors: Type.Array(Floor, { maxItems: rulesMax }),
    /** From this actionability (low end) a report can be worked. */
    workableAt: Type.Integer({ minimum: 0 }),
    /** Bands that go to `now` when workable, and those that go to `enrich` when not. */
    lanes: Type.Object({ now: Type.Array(id), enrich: Type.Array(id) }, closed),
    /** Which end of the risk interval gives the band and orders the queue inside a band. */
    order: Type.Object({ end: oneOf(['low', 'high'] as const) }, closed),
    /** The variables of the published instrument that a reading stands for; those without a signal stay unknown. */
    inputs: Type.Optional(Type.Array(Input, { maxItems: rulesMax })),
  },
  closed,
)

type PolicyShape = Static<typeof PolicySchema>
export type PolicyRule = Omit<PolicyShape['rules'][number], 'when'> & { when: Condition }
export type PolicyFloor = Omit<PolicyShape['floors'][number], 'when'> & { when: Condition }
export type Policy = Omit<PolicyShape, 'rules' | 'floors'> & { rules: PolicyRule[]; floors: PolicyFloor[] }
export type PolicyAuthority = Static<typeof PolicyAuthority>
