import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { loadTipRoute } from './loadTipRoute.ts'
import { LaneTabs } from './LaneTabs.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueList } from './QueueList.tsx'
import { rowsOf, useQueue, useQueueWatch } from './queueQuery.ts'
import { isFiltered, laneOf, type QueueSearch } from './search.ts'

type Props = { search: QueueSearch; startAt: string | undefined }

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value) => value !== null).toSorted()

const sameCounts = (a: Record<string, number>, b: Record<string, number>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? 0) === (b[key] ?? 0))

/** The agency's queue: lanes, filters and the ranked list. */
export const QueuePage = ({ search, startAt }: Props) => {
  const t = useMessages()
  useTitle(t.queue.title)
  useEffect(() => void loadTipRoute(), [])
  const queue = useQueue(search)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = queue
  const rows = useMemo(() => rowsOf(queue.data?.pages), [queue.data])
  const first = queue.data?.pages[0]
  const total = first?.counts[laneOf(search)] ?? rows.length
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  return (
    <div className="page queue">
      <div className="queue-head">
        <h1 tabIndex={-1}>{t.queue.title}</h1>
        <LaneTabs search={search} counts={first?.counts} />
      </div>
      <div className="queue-bar">
        <QueueFilters
          search={search}
          providers={distinct(rows.map((row) => row.provider))}
          bands={distinct(rows.map((row) => row.band))}
        />
        <p className="muted small queue-lane-about">{t.laneAbout[laneOf(search)]}</p>
      </div>
      {queue.isError ? <QueueError queue={queue} /> : null}
      {first ? <Changed search={search} queue={queue} /> : null}
      {queue.isPending ? <Loading /> : null}
      {first && rows.length === 0 ? <Empty search={search} counts={first.counts} /> : null}
      {rows.length > 0 ? <Columns /> : null}
      {rows.length > 0 ? (
        <QueueList key={laneOf(search)} {...{ rows, total, search, startAt, onNearEnd }} />
      ) : null}
      {first ? (
        <p className="muted small queue-foot" role="status">
          {isFetchingNextPage ? t.queue.more : t.queue.shown(rows.length, total)}{' '}
          {t.queue.rankedBy(first.policy.name, first.policy.version)} <Fetched at={queue.dataUpdatedAt} />
        </p>
      ) : null}
    </div>
  )
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

/** Tells that the queue is not as shown any more. The rows stay where they are until somebody asks. */
const Changed = ({ search, queue }: { search: QueueSearch; queue: ReturnType<typeof useQueue> }) => {
  const t = useMessages()
  const shown = queue.data?.pages.at(-1)
  const watch = useQueueWatch(search, shown, queue.dataUpdatedAt)
  if (!shown || !watch.data || queue.isFetching || sameCounts(shown.counts, watch.data)) return null
  return (
    <Notice tone="info">
      <span>
        {t.queue.changed}{' '}
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => void queue.refetch()}
        >
          {t.queue.renew}
        </button>
      </span>
    </Notice>
  )
}

const Columns = () => {
  const t = useMessages()
  return (
    <div className="row row-columns" aria-hidden="true">
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
  const lead = search.lane === undefined && !isFiltered(search) ? waiting : undefined
  useEffect(() => {
    if (lead) void navigate({ to: '/queue', search: { lane: lead }, replace: true })
  }, [lead, navigate])
  if (isFiltered(search)) return <Notice tone="info">{t.queue.emptyFiltered}</Notice>
  return <Notice tone="good">{waiting ? t.queue.empty : t.queue.emptyEverywhere}</Notice>
}
