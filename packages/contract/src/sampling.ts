/** Reading anew, by a second person, of a drawn share of what was declined or stands low. */
import { type Static, type TSchema, Type } from 'typebox'
import { Finding, Identifier, PlaceFact } from './judgement.ts'
import { Report } from './report.ts'
import { tipStates } from './tips.ts'

const text = Type.String()
const count = Type.Integer({ minimum: 0 })
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** The two pools that are drawn from, each for itself. */
export const samplePools = ['declined', 'undecided'] as const
export type SamplePool = (typeof samplePools)[number]

export const sampleVerdicts = ['would have been pursued', 'rightly low', 'cannot tell'] as const
export type SampleVerdict = (typeof sampleVerdicts)[number]

/** What the agency's own rules say of drawing. Nothing is drawn where the share is 0. */
export const SamplingRule = Type.Object({
  percent: Type.Integer(),
  from: Type.Array(text),
  topBandsLeftOut: Type.Integer(),
  olderThanDays: Type.Integer(),
  most: Type.Integer(),
})
export type SamplingRule = Static<typeof SamplingRule>

/** A draw, so that it can be drawn again: `docs/how-to/sample-what-was-left.md`. */
export const SampleDraw = Type.Object({
  drawId: text,
  by: text,
  at: text,
  /** 32 hexadecimal digits. */
  seed: text,
  algorithm: text,
  rule: SamplingRule,
  pools: Type.Array(
    Type.Object({
      pool: Type.Enum(samplePools),
      /** Tips in the pool, and drawn from it. */
      size: count,
      drawn: count,
      /** SHA-256 of the pool's ids, as the ledger has it. */
      sha256: text,
    }),
  ),
  /** How many of the drawn were re-read. */
  read: count,
})
export type SampleDraw = Static<typeof SampleDraw>

/** A drawn tip that was re-read: from then on nothing of it is hidden. */
export const SampleReading = Type.Object({
  itemId: text,
  tipId: text,
  pool: Type.Enum(samplePools),
  band: text,
  verdict: Type.Enum(sampleVerdicts),
  note: text,
  by: text,
  at: text,
  /** The reader had opened the tip before, and may have remembered. */
  seenBefore: Type.Boolean(),
  /** Where the tip stands now. */
  state: Type.Enum(tipStates),
})
export type SampleReading = Static<typeof SampleReading>

export const Sampling = Type.Object({
  rule: SamplingRule,
  /** What this person may re-read. Nothing is told of the tips but that they were drawn. */
  toRead: Type.Array(Type.Object({ itemId: text, drawnAt: text, own: Type.Boolean() })),
  /** Drawn and not re-read yet, that this person may not read: they decided on them, looked at the list, or a colleague is reading. */
  forOthers: count,
  /** Newest first. */
  draws: Type.Array(SampleDraw),
  readings: Type.Array(SampleReading),
})
export type Sampling = Static<typeof Sampling>

/**
 * A drawn tip, for the eyes of who re-reads it: what was stated and found. Not the rank, the score, the policy's reasons, the
 * decision, nor anything that colleagues wrote.
 */
export const BlindReading = Type.Object({
  itemId: text,
  report: Report,
  findings: Type.Array(Finding),
  identifiers: Type.Array(Identifier),
  places: Type.Array(PlaceFact),
  seenBefore: Type.Boolean(),
})
export type BlindReading = Static<typeof BlindReading>

/** Of one pool: what re-reading found. `low` and `high` are shares from 0 to 1, null where nothing was re-read. */
export const MissRate = Type.Object({
  pool: Type.Enum(samplePools),
  drawn: count,
  misses: count,
  rightlyLow: count,
  cannotTell: count,
  notYetRead: count,
  /** A later document changed the report before anybody re-read it: it is in no rate. */
  overtaken: count,
  /** Of those that were re-read: the reader had opened the tip before. */
  seenBefore: count,
  /** Tips in the pools that were drawn from, all draws together. */
  population: count,
  low: nullable(Type.Number()),
  high: nullable(Type.Number()),
})
export type MissRate = Static<typeof MissRate>

export const MissRates = Type.Object({ percent: Type.Integer(), draws: count, rates: Type.Array(MissRate) })
export type MissRates = Static<typeof MissRates>

/** The pools of a draw, whole, and what was drawn from them. */
export const SampleDrawList = Type.Object({
  draw: SampleDraw,
  pools: Type.Array(
    Type.Object({ pool: Type.Enum(samplePools), tipIds: Type.Array(text), drawn: Type.Array(text) }),
  ),
})
export type SampleDrawList = Static<typeof SampleDrawList>

/** Tips in one pool at most. */
export const samplePoolMax = 200_000
