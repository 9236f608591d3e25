import { type QueryOf, queueLanes, type QueueLane } from '@opentipline/contract'

/** What of the queue stands in the address: lane and filters, so that a view can be shared and found again. */
export type QueueSearch = { lane?: QueueLane; search?: string; provider?: string; band?: string }

const textMax = 200
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, textMax) : undefined
}

/** Reads an address anybody may have typed; what is not understood is left out. */
export const readQueueSearch = (raw: Record<string, unknown>): QueueSearch => {
  const lane = queueLanes.find((each) => each === raw['lane'])
  const search = textOf(raw['search'])
  const provider = textOf(raw['provider'])
  const band = textOf(raw['band'])
  return {
    ...(lane && { lane }),
    ...(search && { search }),
    ...(provider && { provider }),
    ...(band && { band }),
  }
}

/** The lane that is shown where the address names none. */
const firstLane: QueueLane = 'now'
export const laneOf = (search: QueueSearch): QueueLane => search.lane ?? firstLane
export const isFiltered = ({ search, provider, band }: QueueSearch): boolean =>
  Boolean(search || provider || band)
export const queryOfSearch = (search: QueueSearch): QueryOf<'listTips'> => ({
  ...search,
  lane: laneOf(search),
})
