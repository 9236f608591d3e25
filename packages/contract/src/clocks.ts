/** Moments at which something is lost, is due or comes back: whose word they are, and how far they bind. */
import { type Static, type TSchema, Type } from 'typebox'
import { Evidence, forces } from './judgement.ts'

const opt = Type.Optional
const text = Type.String()
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends string[]>(values: readonly [...T]) => Type.Enum(values)
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const moment = Type.String({ minLength: 10, maxLength: 40 })

export const clockKinds = [
  'provider hold',
  'preservation letter',
  'log window',
  'warrant return',
  'hold until',
  'agency time',
] as const
export type ClockKind = (typeof clockKinds)[number]

/**
 * `lost`: afterwards something may be gone; nothing is due from anybody here. `due`: something has to be done, because a law
 * or the agency's own policy says so. `returns`: a tip comes back by itself.
 */
export const clockNatures = ['lost', 'due', 'returns'] as const
export type ClockNature = (typeof clockNatures)[number]

/** A named moment, with where it comes from and how far it binds. */
export const ClockView = Type.Object({
  /** Names it within its tip; the same clock has the same key in a later run. */
  key: text,
  kind: oneOf(clockKinds),
  name: text,
  what: oneOf(clockNatures),
  /** ISO UTC. */
  at: text,
  says: text,
  force: oneOf(forces),
  citation: text,
  certainty: oneOf(['certain', 'uncertain'] as const),
  /** Why it is so certain or uncertain. */
  certaintySays: text,
  /** Where its start and its length come from. */
  source: text,
  evidence: Type.Array(Evidence),
})
export type ClockView = Static<typeof ClockView>

export const clockWarningKinds = [
  'port missing',
  'sharing unknown',
  'time not exact',
  'detection time',
  'table empty',
  'table silent',
] as const

/** What keeps a moment from being computed, or an address from being resolved. A warning is no clock. */
export const ClockWarning = Type.Object({
  kind: oneOf(clockWarningKinds),
  says: text,
  /** The act that would help. */
  act: text,
  evidence: Type.Array(Evidence),
})
export type ClockWarning = Static<typeof ClockWarning>

/** What a person recorded that starts a clock. Never made by the program. */
export const ClockEntry = Type.Object({
  entryId: text,
  kind: oneOf(['preservation letter', 'warrant return'] as const),
  /** The provider the letter went to, or the court that issued the warrant. */
  party: text,
  /** The number of the letter or warrant; null where none was given. */
  reference: nullable(text),
  /** How it was sent; null for a warrant. */
  method: nullable(text),
  /** When it was sent, or by when it is to be returned. ISO UTC. */
  at: text,
  /** The letter that this one renews. */
  renews: nullable(text),
  by: text,
  recordedAt: text,
  ended: nullable(
    Type.Object({ as: oneOf(['returned', 'withdrawn'] as const), because: text, by: text, at: text }),
  ),
})
export type ClockEntry = Static<typeof ClockEntry>

export const TipClocks = Type.Object({
  clocks: Type.Array(ClockView),
  warnings: Type.Array(ClockWarning),
  entries: Type.Array(ClockEntry),
})
export type TipClocks = Static<typeof TipClocks>

export const ClockEntryRequest = Type.Object({
  kind: oneOf(['preservation letter', 'warrant return'] as const),
  party: Type.String({ minLength: 1, maxLength: 255 }),
  reference: opt(Type.String({ maxLength: 120 })),
  method: opt(Type.String({ maxLength: 255 })),
  /** ISO 8601 with its zone. */
  at: moment,
  renews: opt(Type.String({ maxLength: 20 })),
})
export type ClockEntryRequest = Static<typeof ClockEntryRequest>

/** One line of the board. */
export const ClockRow = Type.Object({
  tipId: text,
  reportId: text,
  state: text,
  provider: nullable(text),
  place: nullable(text),
  clock: ClockView,
})
export type ClockRow = Static<typeof ClockRow>

export const ClockBoard = Type.Object({
  rows: Type.Array(ClockRow),
  /** Opaque; absent on the last page. */
  next: opt(text),
  /** Clocks by kind among those asked for, whatever kind is shown. */
  counts: Type.Record(Type.String(), Type.Integer()),
  /** The moment the board was read. ISO UTC. */
  at: text,
})
export type ClockBoard = Static<typeof ClockBoard>

/** A length that is longer than this is no log window but a mistake. */
export const logWindowDaysMax = 3_660
/** Entries in force at once in an agency's table. */
export const logWindowsMax = 1_000

/** How long one operator keeps its logs, as far as the agency knows and since when. */
export const LogWindow = Type.Object({
  windowId: text,
  /** An operator's name, `AS64500`, or a network such as `198.51.100.0/24`. */
  network: text,
  days: Type.Integer(),
  /** Who said so, where. */
  source: text,
  /** The day on which the source was true. */
  asOf: day,
  from: day,
  to: nullable(day),
  by: text,
  at: text,
})
export type LogWindow = Static<typeof LogWindow>

export const LogWindowRequest = Type.Object({
  network: Type.String({ minLength: 2, maxLength: 200 }),
  days: Type.Integer({ minimum: 1, maximum: logWindowDaysMax }),
  source: Type.String({ minLength: 3, maxLength: 500 }),
  asOf: day,
  from: day,
  to: opt(day),
})
export type LogWindowRequest = Static<typeof LogWindowRequest>

export const agencyTimeHoursMax = 8_784
export const agencyTimesMax = 50

/** A time that the agency set itself: from when a tip is made available until it is first decided. */
export const AgencyTime = Type.Object({
  timeId: text,
  name: text,
  hours: Type.Integer(),
  /** Only tips of this band; null for all. */
  band: nullable(text),
  /** The agency's own rule it rests on. */
  authority: text,
  from: day,
  to: nullable(day),
  by: text,
  at: text,
})
export type AgencyTime = Static<typeof AgencyTime>

export const AgencyTimeRequest = Type.Object({
  name: Type.String({ minLength: 3, maxLength: 120 }),
  hours: Type.Integer({ minimum: 1, maximum: agencyTimeHoursMax }),
  band: opt(Type.String({ minLength: 1, maxLength: 64 })),
  authority: Type.String({ minLength: 3, maxLength: 500 }),
  from: day,
  to: opt(day),
})
export type AgencyTimeRequest = Static<typeof AgencyTimeRequest>

/** A person's calendar feed. Its address is shown once, when it is made. */
export const CalendarFeed = Type.Object({
  made: nullable(Type.Object({ at: text, lastReadAt: nullable(text) })),
  /** Only in the answer that made it. */
  address: opt(text),
})
export type CalendarFeed = Static<typeof CalendarFeed>
