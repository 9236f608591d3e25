import type { QueueFacets } from '@opentipline/contract'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { lazyPart } from '../../platform/lazy.tsx'
import { useQueuePanel } from '../../platform/preferences.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { loadTipRoute } from './loadTipRoute.ts'
import { LaneTabs } from './LaneTabs.tsx'
import { BulkBar } from './BulkBar.tsx'
import { FacetPanel } from './FacetPanel.tsx'
import { QueueFilters, useChangeSearch } from './QueueFilters.tsx'
import { QueueList } from './QueueList.tsx'
import { rowsOf, useFacets, useQueue, useQueueNews } from './queueQuery.ts'
import { ReachFoot, useReach } from './Reach.tsx'
import { isFiltered, laneOf, type QueueSearch } from './search.ts'
import { useSelection } from './selection.ts'
import { useDefaultView, useViews } from './Views.tsx'
import { AsWrittenNote } from '../../ui/Told.tsx'

/** The rows are drawn by then, and what they ask for is on its way. */
const prepareAfterMs = 500

type Props = { search: QueueSearch; startAt: string | undefined }

const sameCounts = (a: Record<string, number>, b: Record<string, number>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? 0) === (b[key] ?? 0))

/** The lane of bundles has its own list, whose script comes when it is wanted. */
const BundlesLane = lazyPart(
  async () => (await import('../bundles/BundlesLane.tsx')).BundlesLane,
  <div className="page queue">
    <Loading />
  </div>,
)

/** The agency's queue: its lanes, and the list of the one that the address names. */
export const QueuePage = (props: Props) =>
  props.search.lane === 'bundles' ? <BundlesLane /> : <TipsPage {...props} />

/** A lane of tips: filters and the ranked list. */
const TipsPage = ({ search, startAt }: Props) => {
  const t = useMessages()
  useDefaultView(search)
  useTitle(t.queue.title)
  const queue = useQueue(search)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = queue
  const rows = useMemo(() => rowsOf(queue.data?.pages), [queue.data])
  const first = queue.data?.pages[0]
  usePreparedTip(first !== undefined)
  const facets = useFacets(search, first !== undefined)
  const panel = useQueuePanel()
  const change = useChangeSearch()
  const total = isFiltered(search)
    ? Math.max(rows.length, facets.data?.matching ?? 0)
    : (first?.counts[laneOf(search)] ?? rows.length)
  const reach = useReach(laneOf(search), facets.data)
  const selecting = useSelection(rows.map(({ tipId }) => tipId))
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  return (
    <div className="page queue">
      <div className="queue-head">
        <h1 tabIndex={-1}>{t.queue.title}</h1>
        <LaneTabs search={search} counts={laneCounts(search, first?.counts, facets.data)} />
      </div>
      <div className="queue-bar">
        <QueueFilters search={search} />
        <p className="muted small queue-lane-about">{t.laneAbout[laneOf(search)]}</p>
      </div>
      <div className={`queue-body ${panel ? 'has-panel' : ''}`}>
        {panel ? <FacetPanel search={search} facets={facets} onChange={change} /> : null}
        <div className="queue-main">
          {queue.isError ? <QueueError queue={queue} /> : null}
          {first ? <News search={search} queue={queue} /> : null}
          {queue.isPending ? <Loading /> : null}
          {first && rows.length === 0 ? <Empty search={search} counts={first.counts} /> : null}
          {rows.length > 0 ? <Columns /> : null}
          {rows.length > 0 ? (
            <QueueList
              key={laneOf(search)}
              {...{ rows, total, search, startAt, onNearEnd, reach, selecting }}
            />
          ) : null}
          {first ? (
            <p className="muted small queue-foot" role="status">
              {isFetchingNextPage ? t.queue.more : t.queue.shown(rows.length, total)} ·{' '}
              {t.queue.rankedBy(first.policy.name, first.policy.version)} <Fetched at={queue.dataUpdatedAt} />
            </p>
          ) : null}
          <BulkBar {...{ selecting, rows, total, search }} />
          {first ? <ReachFoot reach={reach} total={total} /> : null}
          {rows.length > 0 ? <AsWrittenNote /> : null}
        </div>
      </div>
    </div>
  )
}

/** The script of the tip page comes while somebody reads the rows, and not before them. */
const usePreparedTip = (rowsAreThere: boolean): void => {
  useEffect(() => {
    if (!rowsAreThere) return undefined
    const waiting = setTimeout(() => void loadTipRoute().catch(() => undefined), prepareAfterMs)
    return () => clearTimeout(waiting)
  }, [rowsAreThere])
}

/** What waits in each lane: of what the filters leave where some are set. */
const laneCounts = (
  search: QueueSearch,
  all: Record<string, number> | undefined,
  facets: QueueFacets | undefined,
): Record<string, number> | undefined => {
  if (!isFiltered(search) || !facets) return all
  return Object.fromEntries((facets.facets['lane'] ?? []).map(({ value, tips }) => [value, tips]))
}

const Fetched = ({ at }: { at: number }) => {
  const t = useMessages()
  const language = useShownLanguage()
  return <>{t.queue.fetched(momentText(at, { language, seconds: true }))}.</>
}

const QueueError = ({ queue }: { queue: ReturnType<typeof useQueue> }) => {
  const t = useMessages()
  const language = useShownLanguage()
  return (
    <>
      <ErrorNotice error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.data ? (
        <p className="muted">
          {t.common.stale(momentText(queue.dataUpdatedAt, { language, seconds: true }))}
        </p>
      ) : null}
    </>
  )
}

/** Tells over the list, without moving it, that something came. The rows stay where they are until somebody asks. */
const News = ({ search, queue }: { search: QueueSearch; queue: ReturnType<typeof useQueue> }) => {
  const t = useMessages()
  const shown = queue.data?.pages.at(-1)
  const { data: news } = useQueueNews(search, queue.data?.pages[0]?.at)
  const moved = shown && news ? !sameCounts(shown.counts, news.counts) : false
  const words =
    news && news.above > 0
      ? t.finding.above(news.above)
      : news && news.fresh > 0
        ? t.finding.fresh(news.fresh)
        : moved
          ? t.queue.changed
          : ''
  return (
    <div className="news no-print" role="status">
      {words && !queue.isFetching ? (
        <span className="news-pill">
          {words}{' '}
          <button type="button" className="usa-button usa-button--small" onClick={() => void queue.refetch()}>
            {t.queue.renew}
          </button>
        </span>
      ) : null}
    </div>
  )
}

const Columns = () => {
  const t = useMessages()
  return (
    <div className="row row-columns" aria-hidden="true">
      <span />
      <span title={t.queue.riskAbout}>{t.queue.risk}</span>
      <span title={t.queue.actionabilityAbout}>{t.queue.actionability}</span>
      <span>{t.queue.what}</span>
      <span>{t.queue.where}</span>
      <span>{t.queue.when}</span>
      <span>{t.queue.things}</span>
    </div>
  )
}

/** An empty lane says why it is empty, and where something waits. */
const Empty = ({ search, counts }: { search: QueueSearch; counts: Record<string, number> }) => {
  const t = useMessages()
  const navigate = useNavigate()
  const waiting = (['now', 'work', 'enrich', 'informational'] as const).find(
    (lane) => (counts[lane] ?? 0) > 0,
  )
  // The first lane is mostly empty, as it should be: whoever named no lane is led to where something waits.
  const views = useViews()
  const free =
    search.lane === undefined && !isFiltered(search) && views.isFetched && !views.data?.defaultViewId
  const lead = free ? waiting : undefined
  useEffect(() => {
    if (lead) void navigate({ to: '/queue', search: { lane: lead }, replace: true })
  }, [lead, navigate])
  if (isFiltered(search)) return <Notice tone="info">{t.queue.emptyFiltered}</Notice>
  return <Notice tone="good">{waiting ? t.queue.empty : t.queue.emptyEverywhere}</Notice>
}
