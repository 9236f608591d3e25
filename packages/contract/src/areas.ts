/** For the clearinghouse: who receives what, and what of it needs an analyst's eye. */
import { type Static, type TSchema, Type } from 'typebox'
import { placeSpecificities } from './judgement.ts'
import { LinkVerdict, SaidLabel } from './judging.ts'

const text = Type.String()
const opt = Type.Optional
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const mark = Type.Enum(['verified', 'secondary', 'recalled', 'uncertain'] as const)
const confidence = Type.Enum(['high', 'medium', 'low'] as const)

/** Where an agency works, as it is entered: a country, a state, or counties and places of one, or its rest. */
export const AreaView = Type.Object({
  country: opt(text),
  state: opt(text),
  counties: opt(Type.Array(text)),
  places: opt(Type.Array(text)),
  rest: opt(Type.Boolean()),
  mark,
})
export type AreaView = Static<typeof AreaView>

export const AreaAgency = Type.Object({
  agencyId: text,
  name: text,
  kind: Type.Enum(['task force', 'affiliate', 'federal', 'foreign'] as const),
  lead: opt(text),
  legalBasis: opt(text),
  /** How sure the entry is; each area has a mark of its own. */
  mark,
  /** First day on which the entry holds, and the first on which it no longer does. */
  from: opt(text),
  to: opt(text),
  areas: Type.Array(AreaView),
})
export type AreaAgency = Static<typeof AreaAgency>

/** Which agency a place leads to by the rules that route reports, and why. */
export const ServingAnswer = Type.Object({
  /** ISO date for which it was asked. */
  on: text,
  /** The county that the ZIP code or town was found in, with others that it reaches into; null where none was asked for or found. */
  county: Type.Union([
    Type.Object({ fips: text, name: text, near: Type.Array(text), source: text }),
    Type.Null(),
  ]),
  /** Why no county was found, where one was asked for. */
  countyCaveat: nullable(text),
  agency: Type.Union([Type.Object({ agencyId: text, name: text, mark }), Type.Null()]),
  confidence,
  because: text,
  missing: Type.Array(text),
})
export type ServingAnswer = Static<typeof ServingAnswer>

/** A report that went to an agency by a place that is doubtful, and that nobody has looked at since. */
export const DoubtfulRoute = Type.Object({
  reportId: text,
  provider: nullable(text),
  agency: text,
  because: text,
  specificity: Type.Enum(placeSpecificities),
  availableAt: text,
})
export type DoubtfulRoute = Static<typeof DoubtfulRoute>

/** A place that a person corrected, with who did and where the report went. */
export const CorrectedPlace = Type.Object({
  reportId: text,
  role: Type.Enum(['subject', 'child'] as const),
  place: text,
  because: text,
  by: text,
  at: text,
  agencies: Type.Array(text),
})
export type CorrectedPlace = Static<typeof CorrectedPlace>

/** A report with its computed label and, where the clearinghouse said something, its last word. */
export const ReviewedLabel = Type.Object({
  reportId: text,
  provider: nullable(text),
  incidentType: nullable(text),
  computed: Type.Enum(['referral', 'informational'] as const),
  computedBecause: text,
  said: nullable(SaidLabel),
})
export type ReviewedLabel = Static<typeof ReviewedLabel>

/** A link between two reports, as found, and the clearinghouse's word on it. */
export const ReviewedLink = Type.Object({
  between: Type.Tuple([text, text]),
  linkId: text,
  strength: Type.Enum(['strong', 'weak'] as const),
  because: text,
  said: nullable(LinkVerdict),
})
export type ReviewedLink = Static<typeof ReviewedLink>

export const ReviewView = Type.Object({
  doubtful: Type.Array(DoubtfulRoute),
  /** There are more of them than are shown. */
  moreDoubtful: Type.Boolean(),
  corrected: Type.Array(CorrectedPlace),
  /** Of the newest reports those that were found too thin to work on, the riskiest first; and what was said last. */
  labels: Type.Array(ReviewedLabel),
  /** Weak links that the clearinghouse said nothing of, the newest first; and what was said last. */
  links: Type.Array(ReviewedLink),
})
export type ReviewView = Static<typeof ReviewView>
