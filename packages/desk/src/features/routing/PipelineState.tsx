import type { PipelineView } from '@opentipline/contract'
import type { ReactNode } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { Parts } from './Parts.tsx'
import { usePipeline } from './usePipeline.ts'

type Props = { title: string; children: (view: PipelineView) => ReactNode }

/** A page on the state of the way: as of when it stands, and what is shown if it can no longer be asked. */
export const PipelineState = ({ title, children }: Props) => {
  const t = useMessages()
  const language = useShownLanguage()
  useTitle(title)
  const pipeline = usePipeline()
  return (
    <div className="page stack">
      <Parts />
      <div className="section-head">
        <h1 tabIndex={-1}>{title}</h1>
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
      {pipeline.data ? children(pipeline.data) : null}
    </div>
  )
}
