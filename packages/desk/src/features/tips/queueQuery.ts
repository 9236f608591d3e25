import { type QueuePage, type QueueRow, queuePageRowsMax } from '@opentipline/contract'
import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { desk, queryClient } from '../../platform/api.ts'
import { type QueueSearch, queryOfSearch } from './search.ts'

/** Rows fetched at a time: two screens of a large display, and small on a slow line. */
const pageRows = Math.min(50, queuePageRowsMax)
/** How often the counts are looked at while the page is seen. */
const watchMs = 30_000

/** The queue as fetched, page by page. It is renewed when asked or after a decision, never under somebody's hand. */
const queueQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: ['listTips', queryOfSearch(search)],
    queryFn: ({ pageParam, signal }) =>
      desk.call('listTips', {
        query: { ...queryOfSearch(search), limit: pageRows, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: QueuePage) => page.next,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })

export const useQueue = (search: QueueSearch) => useInfiniteQuery(queueQuery(search))

export const rowsOf = (pages: readonly QueuePage[] | undefined): QueueRow[] =>
  (pages ?? []).flatMap((page) => page.rows)

/** The counts as they are now, without touching the rows that are shown. `shown` is the page that was fetched last. */
export const useQueueWatch = (search: QueueSearch, shown: QueuePage | undefined, fetchedAtMs: number) =>
  useQuery({
    queryKey: ['watchTips', queryOfSearch(search), fetchedAtMs],
    queryFn: async ({ signal }) =>
      (await desk.call('listTips', { query: { ...queryOfSearch(search), limit: 1 }, signal })).counts,
    enabled: shown !== undefined,
    initialData: shown?.counts,
    initialDataUpdatedAt: fetchedAtMs,
    staleTime: watchMs,
    refetchInterval: watchMs,
    gcTime: 0,
  })

/** Marks every list of tips as out of date; those on the screen are fetched again. */
export const renewQueues = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['listTips'] })

/** The rows that are shown know at once that a tip was read; the server has recorded it with the reading. */
export const markRead = (tipId: string): void => {
  const read = (row: QueueRow): QueueRow => (row.tipId === tipId ? { ...row, unread: false } : row)
  queryClient.setQueriesData<InfiniteData<QueuePage>>(
    { queryKey: ['listTips'] },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map(read) })) },
  )
}
