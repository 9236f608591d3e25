/** How a queue is narrowed, counted and remembered. */
import { type Static, Type } from 'typebox'
import { queueLanes, tipStates } from './tips.ts'

const opt = Type.Optional
const text = Type.String()

/** Since when a tip is available: within a day, a week, a month of 30 days, or earlier. */
export const queueAges = ['day', 'week', 'month', 'older'] as const
/** When the next clock ends: past, within 7, 30 or 90 days, later, or no clock runs. */
export const queueClocks = ['past', 'week', 'month', 'quarter', 'later', 'none'] as const
/** Whose tips they are within the agency: the reader's, nobody's, or a colleague's. */
export const queueWho = ['mine', 'nobody', 'colleague'] as const
export const yesNo = ['yes', 'no'] as const

/** Points of risk at which a column of the plot begins. */
export const riskSteps = [0, 25, 50, 100, 150, 200, 400, 800] as const
/** Points of actionability at which a row of the plot begins. */
export const actionabilitySteps = [0, 20, 40, 60, 80] as const

/**
 * What narrows a queue. It stands in addresses and saved views, so that its names are stable. `cells` is a rectangle of the
 * plot, by the low ends of both scores: `2x0` (column, row) or `2x0-5x3`, from 0.
 */
export const queueFilter = {
  lane: opt(Type.Enum(queueLanes)),
  search: opt(Type.String({ maxLength: 200 })),
  provider: opt(Type.String({ maxLength: 255 })),
  band: opt(Type.String({ maxLength: 64 })),
  region: opt(Type.String({ maxLength: 120 })),
  label: opt(Type.Enum(['referral', 'informational'] as const)),
  state: opt(Type.Enum(tipStates)),
  age: opt(Type.Enum(queueAges)),
  clock: opt(Type.Enum(queueClocks)),
  unread: opt(Type.Enum(yesNo)),
  who: opt(Type.Enum(queueWho)),
  signal: opt(Type.String({ maxLength: 120 })),
  cells: opt(Type.String({ pattern: '^[0-7]x[0-4](-[0-7]x[0-4])?$' })),
} as const
export const QueueFilter = Type.Object(queueFilter)
export type QueueFilter = Static<typeof QueueFilter>

/** What tips are counted by. Each is counted as if its own filter were not set, so that a choice shows what else there is. */
export const queueFacets = [
  'lane',
  'band',
  'provider',
  'region',
  'label',
  'state',
  'age',
  'clock',
  'unread',
  'who',
  'signal',
  'cells',
] as const
export type QueueFacet = (typeof queueFacets)[number]

/** Values told of one facet at most, the most frequent first: more are found by search. */
export const facetValuesMax = 40

export const FacetValue = Type.Object({ value: text, tips: Type.Integer() })
export type FacetValue = Static<typeof FacetValue>

export const QueueFacets = Type.Object({
  /** By facet, one of `queueFacets`. */
  facets: Type.Record(text, Type.Array(FacetValue)),
  /** Tips that match every filter. */
  matching: Type.Integer(),
  /** Decisions of the agency by day (UTC, `YYYY-MM-DD`) in the last 28 days, those undone not counted. Days without one are absent. */
  decidedByDay: Type.Array(Type.Object({ day: text, decisions: Type.Integer() })),
})
export type QueueFacets = Static<typeof QueueFacets>

/** A person's saved views, and those shared within the agency, at most. */
export const viewsPerPersonMax = 50

/** A narrowing of the queue with a name: a person's own, or shared within their agency. */
export const QueueView = Type.Object({
  viewId: text,
  name: text,
  shared: Type.Boolean(),
  /** Whether it is the reader's own; another's shared view can be used and not changed. */
  mine: Type.Boolean(),
  by: text,
  filter: QueueFilter,
})
export type QueueView = Static<typeof QueueView>

export const QueueViews = Type.Object({
  views: Type.Array(QueueView),
  /** The view that the reader's queue opens with, if they chose one. */
  defaultViewId: Type.Union([text, Type.Null()]),
})
export type QueueViews = Static<typeof QueueViews>

/** Tips of one export at most: a list that people still read. The whole database has a command of its own. */
export const exportTipsMax = 10_000
/** Tips chosen one by one at most. */
export const chosenTipsMax = 500

/** What came since a list was fetched, without its rows. */
export const QueueNews = Type.Object({
  counts: Type.Record(Type.String(), Type.Integer()),
  /** Tips that match and were made available or amended since. */
  fresh: Type.Integer(),
  /** Those of them that stand above the tip asked about. */
  above: Type.Integer(),
})
export type QueueNews = Static<typeof QueueNews>
