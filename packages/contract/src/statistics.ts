/** Counts with their formulas, and with the caveats that keep them from being misread. */
import { type Static, Type } from 'typebox'
import { outcomeCodes } from './outcomes.ts'

const text = Type.String()
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)

export const Counted = Type.Object({ what: text, count: Type.Integer() })
export type Counted = Static<typeof Counted>

export const timeMeasures = [
  'received to available',
  'available to first read',
  'available to first decision',
  'pursued to outcome',
  'open and waiting now',
] as const
export type TimeMeasureName = (typeof timeMeasures)[number]

/** Hours. `n` is how many were measured; those that have not ended are not in it. */
export const TimeMeasure = Type.Object({
  measure: oneOf(timeMeasures),
  n: Type.Integer(),
  notYet: Type.Integer(),
  medianHours: Type.Union([Type.Number(), Type.Null()]),
  p90Hours: Type.Union([Type.Number(), Type.Null()]),
})
export type TimeMeasure = Static<typeof TimeMeasure>

export const ledgerCounts = [
  'investigations initiated',
  'referred to another agency',
  'declined',
  'arrests told',
  'children identified told',
] as const

/** A number that is counted from the ledger, with the same number from the tables: they must agree. */
export const LedgerCount = Type.Object({
  what: oneOf(ledgerCounts),
  fromLedger: Type.Integer(),
  fromTables: Type.Integer(),
})
export type LedgerCount = Static<typeof LedgerCount>

export const caveats = [
  'not prevalence',
  'bundling',
  'voluntary outcomes',
  'arrests are not convictions',
  'place is where an address points',
  'form not public',
] as const
export type Caveat = (typeof caveats)[number]

const Decided = Type.Object({
  /** Decisions that took effect and were not taken back, by kind. */
  decisions: Type.Array(Counted),
  declinedBecause: Type.Array(Counted),
  undecided: Type.Integer(),
  outcomes: Type.Object({
    given: Type.Integer(),
    /** Decided tips of which no outcome was given. A state, not a fault. */
    noneGiven: Type.Integer(),
    byResult: Type.Array(Type.Object({ result: oneOf(outcomeCodes), count: Type.Integer() })),
  }),
})

export const StatisticsView = Type.Object({
  /** ISO dates, UTC; the last day is not included. */
  from: text,
  to: text,
  /** When it was counted, ISO UTC. */
  asOf: text,
  /** By calendar month, UTC: `2026-11`. */
  byMonth: Type.Array(Type.Object({ month: text, count: Type.Integer() })),
  total: Type.Integer(),
  byIncident: Type.Array(Counted),
  byProvider: Type.Array(Counted),
  byLabel: Type.Array(Counted),
  byCounty: Type.Array(Type.Object({ state: text, fips: text, county: text, count: Type.Integer() })),
  /** Without a county: the place is known less closely or not at all. */
  withoutCounty: Type.Integer(),
  /** What the agency made of them. Null at the clearinghouse: decisions are the agency's own. */
  decided: Type.Union([Decided, Type.Null()]),
  times: Type.Array(TimeMeasure),
  ledger: Type.Array(LedgerCount),
  caveats: Type.Array(oneOf(caveats)),
})
export type StatisticsView = Static<typeof StatisticsView>

/** The outline of a state's counties as SVG paths in a box `0 0 width height`; borders of 2017. */
export const CountyMap = Type.Object({
  state: text,
  width: Type.Integer(),
  height: Type.Integer(),
  counties: Type.Array(Type.Object({ fips: text, name: text, path: text })),
  source: text,
})
export type CountyMap = Static<typeof CountyMap>
