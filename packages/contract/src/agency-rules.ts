/** An agency's rules about itself, as the desk is shown them. */
import { type Static, Type } from 'typebox'

const text = Type.String()
const nullable = <const T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const act = Type.Object({ by: text, at: text })

/** On or off, a whole number, or some of a list of choices. */
export const AgencyRuleValue = Type.Union([
  Type.Boolean(),
  Type.Integer(),
  Type.Array(Type.String({ maxLength: 64 }), { maxItems: 50 }),
])
export type AgencyRuleValue = Static<typeof AgencyRuleValue>

/** One version that somebody set. */
export const AgencyRuleVersion = Type.Object({
  version: Type.Integer(),
  value: AgencyRuleValue,
  because: text,
  state: Type.Enum(['proposed', 'in force', 'past', 'withdrawn'] as const),
  set: act,
  /** A second person, where the agency asks for one. */
  approved: nullable(act),
  inForceFrom: nullable(text),
  inForceUntil: nullable(text),
})
export type AgencyRuleVersion = Static<typeof AgencyRuleVersion>

export const AgencyRuleView = Type.Object({
  rule: text,
  /** What holds now. */
  value: AgencyRuleValue,
  /** Null where the agency has set nothing and the program's start holds. */
  version: nullable(Type.Integer()),
  /** What holds where nothing is set. */
  start: AgencyRuleValue,
  /** Newest first; at most the newest hundred. */
  versions: Type.Array(AgencyRuleVersion),
})
export type AgencyRuleView = Static<typeof AgencyRuleView>

export const AgencyRuleList = Type.Object({
  rules: Type.Array(AgencyRuleView),
  /** Whether a change waits for a second person. */
  secondPerson: Type.Boolean(),
})
export type AgencyRuleList = Static<typeof AgencyRuleList>
