import { ownReportStates } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { ReportRows } from './ReportRows.tsx'
import type { FilingSearch } from './search.ts'
import { usePortalWords } from './words.ts'

const chosen = (is: boolean): string => `usa-button usa-button--small ${is ? '' : 'usa-button--outline'}`

/** What the own provider filed, live and test ones apart; which of them is in the address. */
export const OwnReportsPage = ({ search }: { search: FilingSearch }) => {
  const words = usePortalWords()
  const { reports: t } = words
  useTitle(t.title)
  const { environment = 'live', filed: state, after } = search
  const reports = useQuery(
    reading('listOwnReports', {
      query: { environment, ...(state && { state }), ...(after && { after }) },
    }),
  )
  const same = { environment, ...(state && { filed: state }) }
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.lead}</p>
      <nav className="cluster" aria-label={words.environment}>
        {(['live', 'test'] as const).map((each) => (
          <Link
            key={each}
            to="/portal/reports"
            search={{ ...same, environment: each }}
            className={chosen(each === environment)}
            aria-current={each === environment ? 'page' : undefined}
          >
            {words.environments[each]}
          </Link>
        ))}
      </nav>
      <nav className="cluster" aria-label={t.state}>
        {[undefined, ...ownReportStates].map((each) => (
          <Link
            key={each ?? 'any'}
            to="/portal/reports"
            search={{ environment, ...(each && { filed: each }) }}
            className={chosen(each === state)}
            aria-current={each === state ? 'page' : undefined}
          >
            {each ? words.states[each] : t.any}
          </Link>
        ))}
      </nav>
      {reports.isPending ? <Loading /> : null}
      {reports.isError ? <ErrorNotice error={reports.error} onRetry={() => void reports.refetch()} /> : null}
      {reports.data?.reports.length === 0 ? <p className="muted">{t.none}</p> : null}
      {reports.data && reports.data.reports.length > 0 ? (
        <ReportRows reports={reports.data.reports} environment={environment} />
      ) : null}
      <p className="cluster">
        {after ? (
          <Link to="/portal/reports" search={same}>
            {t.newest}
          </Link>
        ) : null}
        {reports.data?.next ? (
          <Link to="/portal/reports" search={{ ...same, after: reports.data.next }}>
            {t.older}
          </Link>
        ) : null}
      </p>
    </div>
  )
}
