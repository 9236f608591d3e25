import type { OutcomeNotice } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** What came of the reports that the signed-in person worked on. */
export const NoticesPage = () => {
  const { notices: words } = useMessages().loop
  useTitle(words.title)
  const found = useQuery(reading('readOutcomeNotices', {}))
  const notices = found.data?.notices ?? []
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data && notices.length === 0 ? <p className="muted">{words.none}</p> : null}
      {found.data && found.data.unseen > 0 ? <MarkSeen notices={notices} /> : null}
      <ul className="line-list">
        {notices.map((each) => (
          <NoticeLine key={each.noticeId} notice={each} />
        ))}
      </ul>
    </div>
  )
}

const NoticeLine = ({ notice }: { notice: OutcomeNotice }) => {
  const { loop } = useMessages()
  const words = loop.notices
  return (
    <li className="line">
      <span className="cluster">
        <strong>{notice.results.map((code) => loop.results[code]).join(', ')}</strong>
        {notice.seenAt === null ? <span className="tag">{words.isNew}</span> : null}
      </span>
      <span className="small">
        {notice.tipId === null ? (
          words.report(notice.reportId)
        ) : (
          <Link to="/tips/$tipId" params={{ tipId: notice.tipId }} search={{}}>
            {words.tip(notice.tipId)}
          </Link>
        )}
        <span className="muted">
          {' · '}
          {words.from(notice.agency)}, <Moment at={notice.at} />
        </span>
      </span>
    </li>
  )
}

const MarkSeen = ({ notices }: { notices: readonly OutcomeNotice[] }) => {
  const { notices: words, cases } = useMessages().loop
  const noticeIds = notices.filter(({ seenAt }) => seenAt === null).map(({ noticeId }) => noticeId)
  const see = useMutation({
    mutationFn: () => desk.call('seeOutcomeNotices', { body: { noticeIds } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['readOutcomeNotices'] }),
  })
  return (
    <div className="cluster no-print">
      <span>{words.unseen(noticeIds.length)}</span>
      <button
        type="button"
        className="usa-button usa-button--outline usa-button--small"
        aria-disabled={see.isPending}
        onClick={() => (see.isPending ? undefined : see.mutate())}
      >
        {see.isPending ? cases.saving : words.markSeen}
      </button>
      {see.isError ? <ErrorNotice error={see.error} /> : null}
    </div>
  )
}
