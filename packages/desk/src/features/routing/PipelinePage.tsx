import type { PipelineView, StuckItem } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Age } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { PipelineState } from './PipelineState.tsx'
import { renewPipeline } from './usePipeline.ts'
import { useClearinghouseWords } from './words.ts'

/** The clearinghouse's first page: what comes in, what is on the way, and what is stuck. */
export const PipelinePage = () => {
  const t = useMessages()
  return (
    <PipelineState title={t.pipeline.title}>
      {(view) => (
        <>
          <Received view={view} />
          <Stages stages={view.stages} />
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
        </>
      )}
    </PipelineState>
  )
}

const Received = ({ view }: { view: PipelineView }) => {
  const { now: words } = useClearinghouseWords()
  const numbers = [
    { name: words.fiveMinutes, count: view.received.fiveMinutes },
    { name: words.hour, count: view.received.hour },
    { name: words.day, count: view.received.day },
  ]
  return (
    <Section level={2} id="received" title={words.received}>
      <dl className="stages">
        {numbers.map(({ name, count }) => (
          <div key={name} className={count === 0 ? 'stage stage-none' : 'stage'}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
        <div className={view.unrouted.length === 0 ? 'stage stage-none' : 'stage'}>
          <dt>
            <Link to="/clearinghouse/unrouted">{words.unrouted}</Link>
          </dt>
          <dd>{view.unrouted.length}</dd>
        </div>
      </dl>
    </Section>
  )
}

const Stages = ({ stages }: { stages: PipelineView['stages'] }) => {
  const t = useMessages()
  const { now: words } = useClearinghouseWords()
  return (
    <Section level={2} id="waiting" title={t.pipeline.waiting} about={t.pipeline.waitingAbout}>
      {stages.every(({ waiting }) => waiting === 0) ? (
        <p className="muted">{t.pipeline.nothingWaiting}</p>
      ) : null}
      <div
        className="table-wrap"
        role="region"
        aria-label={`${t.pipeline.waiting}: ${words.stage}`}
        tabIndex={0}
      >
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.waiting}</th>
              <th scope="col">{words.oldest}</th>
              <th scope="col">{words.retrying}</th>
              <th scope="col">{words.stuckCount}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, waiting, oldestAt, retrying, stuck }) => (
              <tr key={stage}>
                <th scope="row">{words.stages[stage] ?? stage}</th>
                <td>{waiting}</td>
                <td>{oldestAt ? <Age at={oldestAt} /> : <span className="muted">{words.nothing}</span>}</td>
                <td>{retrying}</td>
                <td>{stuck}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
