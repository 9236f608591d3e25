import { type QueuePage, type QueueRow, queuePageRowsMax } from '@opentipline/contract'
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { type QueueSearch, queryOfSearch } from './search.ts'

/** Rows fetched at a time: two screens of a large display, and small on a slow line. */
const pageRows = Math.min(50, queuePageRowsMax)
/** How often the counts are looked at while the page is seen. */
const watchMs = 30_000

/** The queue as fetched, page by page. It is renewed when asked or after a decision, never under somebody's hand. */
export const queueQuery = (search: QueueSearch) =>
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

/** The tip that stands at the top of the screen. */
const topTip = (): string | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-tip]')].find(
    (row) => row.getBoundingClientRect().bottom > 0,
  )?.dataset['tip']

/** What came since the list was fetched, without touching the rows that are shown. */
export const useQueueNews = (search: QueueSearch, fetchedAt: string | undefined) =>
  useQuery({
    queryKey: ['readQueueNews', queryOfSearch(search), fetchedAt],
    queryFn: ({ signal }) => {
      const above = topTip()
      return desk.call('readQueueNews', {
        query: { ...queryOfSearch(search), since: fetchedAt ?? '', ...(above ? { above } : {}) },
        signal,
      })
    },
    enabled: fetchedAt !== undefined,
    staleTime: watchMs,
    refetchInterval: watchMs,
    gcTime: 0,
  })

/** Counts by every way to narrow the list. They come after the rows: nobody waits for them. */
export const useFacets = (search: QueueSearch, rowsAreThere: boolean) =>
  useQuery({
    ...reading('readQueueFacets', { query: queryOfSearch(search) }),
    enabled: rowsAreThere,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** Marks every list of tips as out of date; those on the screen are fetched again. */
export const renewQueues = async (): Promise<void> => {
  void queryClient.invalidateQueries({ queryKey: ['readQueueFacets'] })
  await queryClient.invalidateQueries({ queryKey: ['listTips'] })
}

/** The rows that are shown know at once that a tip was read; the server has recorded it with the reading. */
export const markRead = (tipId: string): void => {
  const read = (row: QueueRow): QueueRow => (row.tipId === tipId ? { ...row, unread: false } : row)
  queryClient.setQueriesData<InfiniteData<QueuePage>>(
    { queryKey: ['listTips'] },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map(read) })) },
  )
}
