import type { CaseView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { CaseOutcome } from '../outcomes/CaseOutcome.tsx'
import { CaseProcess } from './CaseProcess.tsx'
import { CaseTasks } from './CaseTasks.tsx'
import { CaseTips } from './CaseTips.tsx'
import { useCaseWrite } from './useCaseWrite.ts'

/** One case: its tips, what is to be done, what was asked of others, what came of it. */
export const CasePage = ({ caseId }: { caseId: string }) => {
  const { cases: words } = useMessages().loop
  // Every reading is recorded as this person's: it is read once, and again only after something changed.
  const found = useQuery({
    ...reading('readCase', { params: { caseId } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  useTitle(found.data?.row.title ?? words.name)
  return (
    <div className="page stack">
      <p className="small">
        <Link to="/cases" search={{}}>
          {words.title}
        </Link>
      </p>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <Whole view={found.data} /> : null}
    </div>
  )
}

const Whole = ({ view }: { view: CaseView }) => {
  const { cases: words } = useMessages().loop
  const { row, closed } = view
  const isOpen = row.state === 'open'
  return (
    <>
      <div className="stack-tight">
        <h1 tabIndex={-1}>{row.title}</h1>
        <p className="small muted">
          {words.name} {row.caseId} · {words.states[row.state]} · {words.opened} <Moment at={row.openedAt} />,{' '}
          {words.by(row.openedBy)}
        </p>
      </div>
      {closed ? (
        <Notice tone="info">
          <p>
            {words.closedBy(closed.by)}, <Moment at={closed.at} />
          </p>
          <p className="prose">{closed.because}</p>
        </Notice>
      ) : null}
      <CaseTips view={view} />
      <CaseTasks view={view} />
      <CaseProcess view={view} />
      {view.tips.length > 0 ? <CaseOutcome view={view} /> : null}
      {isOpen ? <Close caseId={row.caseId} /> : <Reopen caseId={row.caseId} />}
    </>
  )
}

const Close = ({ caseId }: { caseId: string }) => {
  const { cases: words } = useMessages().loop
  const [open, setOpen] = useState(false)
  const close = useCaseWrite((because: string) =>
    desk.call('closeCase', { params: { caseId }, body: { because } }),
  )
  if (!open)
    return (
      <p className="no-print">
        <button type="button" className="usa-button usa-button--outline" onClick={() => setOpen(true)}>
          {words.close}
        </button>
      </p>
    )
  return (
    <ReasonForm
      send={words.close}
      busy={close.isPending}
      error={close.error}
      onCancel={() => setOpen(false)}
      onSend={(because) => close.mutate(because)}
    >
      <Asked prompt="case" />
    </ReasonForm>
  )
}

const Reopen = ({ caseId }: { caseId: string }) => {
  const { cases: words } = useMessages().loop
  const reopen = useCaseWrite(() => desk.call('reopenCase', { params: { caseId }, body: {} }))
  return (
    <div className="cluster no-print">
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-disabled={reopen.isPending}
        onClick={() => (reopen.isPending ? undefined : reopen.mutate(undefined))}
      >
        {words.reopen}
      </button>
      <span role="status">{reopen.isPending ? words.working : ''}</span>
      {reopen.isError ? <ErrorNotice error={reopen.error} /> : null}
    </div>
  )
}
