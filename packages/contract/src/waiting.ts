/** What waits, how long, and for whom: facts with their moments. Nothing here is due. */
import { type Static, type TSchema, Type } from 'typebox'

const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What a tip waits for. Each is a fact that the record shows; a tip waits for one at a time. */
export const waitingFor = [
  'first look',
  'decision',
  'hold ended',
  'second person',
  'answer to us',
  'held',
  'request',
  'other agency',
  'affiliate',
] as const
export type WaitingFor = (typeof waitingFor)[number]

/** Rows shown of what waits at most, the longest first. */
export const waitingRowsMax = 200

export const WaitingRow = Type.Object({
  tipId: text,
  waits: Type.Enum(waitingFor),
  /** ISO UTC: the recorded moment from which it is counted. */
  since: text,
  /** Whole hours and their fraction from then until the view was made. */
  hours: Type.Number(),
  /** Who brought it there, by name; null where nobody did. */
  by: nullable(text),
  /** The agency it waits for. */
  agency: nullable(text),
  until: nullable(text),
  /** Codes of the reasons that were given. */
  reasons: Type.Array(text),
  kind: nullable(Type.Enum(['pursue', 'decline', 'refer', 'hold', 'request'] as const)),
  band: text,
  incidentType: nullable(text),
})
export type WaitingRow = Static<typeof WaitingRow>

export const WaitingSum = Type.Object({
  waits: Type.Enum(waitingFor),
  tips: Type.Integer(),
  /** Null where none waits. */
  medianHours: nullable(Type.Number()),
  longestHours: nullable(Type.Number()),
})
export type WaitingSum = Static<typeof WaitingSum>

export const WaitingView = Type.Object({
  asOf: text,
  sums: Type.Array(WaitingSum),
  /** Of what was asked for, the longest first. */
  rows: Type.Array(WaitingRow),
})
export type WaitingView = Static<typeof WaitingView>
