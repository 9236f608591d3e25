import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rowsOf, useQueue } from './queueQuery.ts'
import type { QueueSearch } from './search.ts'

/**
 * The tips before and after one in the list it was opened from. Fetches the list's next page in time; never the
 * neighbours themselves, for every reading of a tip is recorded as somebody's.
 */
const useNeighbours = (tipId: string, search: QueueSearch) => {
  const queue = useQueue(search)
  const rows = rowsOf(queue.data?.pages)
  const index = rows.findIndex((row) => row.tipId === tipId)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue
  const nearEnd = index >= 0 && index >= rows.length - 2
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows,
    index,
    previous: index > 0 ? rows[index - 1]?.tipId : undefined,
    // A tip opened by its address stands in no list: the first of the list is a good next.
    next: (index >= 0 ? rows[index + 1] : rows[0])?.tipId,
  }
}

/** The moves away from a tip. */
export const useTipMoves = (tipId: string, search: QueueSearch) => {
  const navigate = useNavigate()
  const { previous, next, rows, index } = useNeighbours(tipId, search)
  const toTip = (to: string | undefined): void => {
    if (to) void navigate({ to: '/tips/$tipId', params: { tipId: to }, search })
  }
  const toQueue = (): void => void navigate({ to: '/queue', search, hash: tipId })
  return {
    rows,
    index,
    previous,
    next,
    toPrevious: () => toTip(previous),
    toNext: () => toTip(next),
    toQueue,
    /** After a decision: on to the next, or the one before, or back to the list when it was the last. */
    afterDecision: () => {
      const to = next ?? previous
      if (to) toTip(to)
      else toQueue()
    },
  }
}
