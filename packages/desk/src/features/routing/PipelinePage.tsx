import type { PipelineView, StuckItem } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { UnroutedLine } from './UnroutedLine.tsx'

/** The state of the way is looked at this often while the page is seen. */
const watchMs = 10_000

export const renewPipeline = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['readPipeline'] })

/** The clearinghouse's own page: what is on the way, what is stuck, what nobody could route. */
export const PipelinePage = () => {
  const t = useMessages()
  const language = useShownLanguage()
  useTitle(t.pipeline.title)
  const pipeline = useQuery({ ...reading('readPipeline', {}), refetchInterval: watchMs })
  return (
    <div className="page stack">
      <div className="section-head">
        <h1 tabIndex={-1}>{t.pipeline.title}</h1>
        {pipeline.data ? (
          <span className="muted small">
            {t.queue.fetched(momentText(pipeline.dataUpdatedAt, { language, seconds: true }))}
          </span>
        ) : null}
      </div>
      {pipeline.isPending ? <Loading /> : null}
      {pipeline.isError ? (
        <>
          <ErrorNotice error={pipeline.error} onRetry={() => void pipeline.refetch()} />
          {pipeline.data ? <p>{t.common.stale(momentText(pipeline.dataUpdatedAt, { language }))}</p> : null}
        </>
      ) : null}
      {pipeline.data ? <Pipeline view={pipeline.data} /> : null}
    </div>
  )
}

const Pipeline = ({ view }: { view: PipelineView }) => {
  const t = useMessages()
  const [routedTo, setRoutedTo] = useState('')
  return (
    <>
      <Waiting view={view} />
      <Section
        level={2}
        id="stuck"
        title={`${t.pipeline.stuck} (${view.stuck.length})`}
        about={t.pipeline.stuckAbout}
      >
        {view.stuck.length === 0 ? <p className="muted">{t.pipeline.nothingStuck}</p> : null}
        <ul className="line-list">
          {view.stuck.map((item) => (
            <StuckLine key={item.reportId} item={item} />
          ))}
        </ul>
      </Section>
      <Section
        level={2}
        id="unrouted"
        title={`${t.pipeline.unrouted} (${view.unrouted.length})`}
        about={t.pipeline.unroutedAbout}
      >
        <p role="status">{routedTo ? t.pipeline.routed(routedTo) : ''}</p>
        {view.unrouted.length === 0 ? <p className="muted">{t.pipeline.nothingUnrouted}</p> : null}
        <ul className="line-list">
          {view.unrouted.map((item) => (
            <UnroutedLine key={item.reportId} item={item} onRouted={setRoutedTo} />
          ))}
        </ul>
      </Section>
    </>
  )
}

const Waiting = ({ view }: { view: PipelineView }) => {
  const t = useMessages()
  const stages = Object.entries(view.waiting)
  return (
    <Section
      level={2}
      id="waiting"
      title={t.pipeline.waiting}
      about={t.pipeline.waitingAbout}
      aside={<span>{t.pipeline.received(view.receivedLastHour)}</span>}
    >
      {stages.every(([, count]) => count === 0) ? <p className="muted">{t.pipeline.nothingWaiting}</p> : null}
      <dl className="stages">
        {stages.map(([stage, count]) => (
          <div key={stage} className={count === 0 ? 'stage stage-none' : 'stage'}>
            <dt>{stage}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const StuckLine = ({ item }: { item: StuckItem }) => {
  const t = useMessages()
  const retry = useMutation({
    mutationFn: () => desk.call('retryStuck', { params: { reportId: item.reportId } }),
    onSuccess: renewPipeline,
  })
  return (
    <li className="line">
      <span className="cluster">
        <strong>{item.reportId}</strong>
        <span className="tag tag-warn">
          {t.pipeline.stage}: {item.stage}
        </span>
        <span>{t.pipeline.attempts(item.attempts)}</span>
        <span className="muted">
          {t.pipeline.since} <Age at={item.since} />
        </span>
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          disabled={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t.pipeline.retry}
        </button>
      </span>
      <span>{item.lastError}</span>
      {retry.isError ? <ErrorNotice error={retry.error} /> : null}
      <span role="status">{retry.isSuccess ? t.pipeline.retried : ''}</span>
    </li>
  )
}
