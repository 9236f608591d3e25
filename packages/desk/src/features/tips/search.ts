import {
  queueAges,
  queueClocks,
  type QueryOf,
  type QueueFacet,
  type QueueFilter,
  type QueueLane,
  queueWho,
  tipStates,
  yesNo,
} from '@opentipline/contract'
import { cellsPattern } from './plotCells.ts'

/** The lanes of the desk in their order: those that tips stand in, and among them the one whose lines are bundles of tips. */
export const deskLanes = ['now', 'work', 'enrich', 'informational', 'held', 'bundles', 'done'] as const
export type DeskLane = (typeof deskLanes)[number]

/** What of the queue stands in the address: lane and filters, so that a view can be shared and found again. */
export type QueueSearch = Omit<QueueFilter, 'lane'> & { lane?: DeskLane | undefined }

const textMax = 200
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, textMax) : undefined
}
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value)

const cellsOf = (value: unknown): string | undefined =>
  typeof value === 'string' && cellsPattern.test(value) ? value : undefined

const withoutAbsent = <T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== '' && value !== undefined),
  ) as never

/** Reads an address anybody may have typed; what is not understood is left out. */
export const readQueueSearch = (raw: Record<string, unknown>): QueueSearch =>
  withoutAbsent({
    lane: oneOf(deskLanes, raw['lane']),
    search: textOf(raw['search']),
    provider: textOf(raw['provider']),
    band: textOf(raw['band'])?.slice(0, 64),
    region: textOf(raw['region'])?.slice(0, 120),
    label: oneOf(['referral', 'informational'] as const, raw['label']),
    state: oneOf(tipStates, raw['state']),
    age: oneOf(queueAges, raw['age']),
    clock: oneOf(queueClocks, raw['clock']),
    unread: oneOf(yesNo, raw['unread']),
    who: oneOf(queueWho, raw['who']),
    signal: textOf(raw['signal'])?.slice(0, 120),
    cells: cellsOf(raw['cells']),
  })

/** A search with some of it changed; what is set to nothing is gone. */
export const changed = (
  search: QueueSearch,
  change: Partial<Record<keyof QueueSearch, string | undefined>>,
) => readQueueSearch({ ...search, ...change })

/** The lane that is shown where the address names none. */
const firstLane: QueueLane = 'now'
/** The lane of tips; the lane of bundles lists no tips, and whoever needs one of tips there has the first. */
export const laneOf = ({ lane }: QueueSearch): QueueLane => (lane && lane !== 'bundles' ? lane : firstLane)

/** The filters that are set, without the lane: every list has one. */
export const filtersOf = (search: QueueSearch): [Exclude<QueueFacet, 'lane'> | 'search', string][] =>
  Object.entries(search).flatMap(([key, value]) =>
    key === 'lane' || typeof value !== 'string' ? [] : [[key as 'search', value]],
  )
export const isFiltered = (search: QueueSearch): boolean => filtersOf(search).length > 0
export const queryOfSearch = (search: QueueSearch): QueryOf<'listTips'> => ({
  ...search,
  lane: laneOf(search),
})
