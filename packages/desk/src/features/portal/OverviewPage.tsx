import type { CredentialView, OwnProvider } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { ReportRows } from './ReportRows.tsx'
import { usePortalWords } from './words.ts'

/** Reports of each environment that are shown here. */
const latestMax = 5

/** The first page of a provider's engineer: what works, what was filed last, and the way from nothing to a first report. */
export const OverviewPage = () => {
  const words = usePortalWords()
  const own = useQuery(reading('readOwnProvider', {}))
  const name = own.data?.provider.name
  useTitle(name ?? words.overview.credentials)
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{name ?? '…'}</h1>
      <p>{words.overview.lead}</p>
      {own.isPending ? <Loading /> : null}
      {own.isError ? <ErrorNotice error={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data ? (
        <>
          <Start own={own.data} />
          <div className="halves">
            {(['live', 'test'] as const).map((environment) => (
              <Half key={environment} environment={environment} credentials={own.data.credentials} />
            ))}
          </div>
        </>
      ) : null}
    </div>
  )
}

type HalfProps = { environment: 'live' | 'test'; credentials: readonly CredentialView[] }

const Half = ({ environment, credentials }: HalfProps) => {
  const words = usePortalWords()
  const { overview: t } = words
  const reports = useQuery(reading('listOwnReports', { query: { environment, limit: latestMax } }))
  return (
    <Section level={2} id={environment} title={words.environments[environment]}>
      <CredentialFacts environment={environment} credentials={credentials} />
      <h3 className="small-title">{t.latest}</h3>
      {reports.isPending ? <Loading /> : null}
      {reports.isError ? <ErrorNotice error={reports.error} onRetry={() => void reports.refetch()} /> : null}
      {reports.data?.reports.length === 0 ? <p className="muted">{t.noReports}</p> : null}
      {reports.data && reports.data.reports.length > 0 ? (
        <>
          <ReportRows reports={reports.data.reports} environment={environment} />
          <p>
            <Link to="/portal/reports" search={{ environment }}>
              {t.all}
            </Link>
          </p>
        </>
      ) : null}
    </Section>
  )
}

const CredentialFacts = ({ environment, credentials }: HalfProps) => {
  const words = usePortalWords()
  const { overview: t } = words
  const these = credentials.filter((each) => each.environment === environment)
  const count = (state: CredentialView['state']): number =>
    these.filter((each) => each.state === state).length
  const [working, ending] = [count('working'), count('ending')]
  const said = [working > 0 ? t.working(working) : '', ending > 0 ? t.ending(ending) : ''].filter(Boolean)
  const last = these
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .toSorted()
    .at(-1)
  return (
    <Facts
      facts={[
        {
          name: t.credentials,
          value: (
            <Link to="/portal/credentials">
              {said.length > 0 ? said.join(', ') : t.noneWorks(words.environments[environment])}
            </Link>
          ),
        },
        { name: t.lastUsed, value: last ? <Age at={last} /> : t.neverUsed },
      ]}
    />
  )
}

/** The way to a first report, shown until a test report was finished. */
const Start = ({ own }: { own: OwnProvider }) => {
  const { overview: t } = usePortalWords()
  const finished = useQuery(
    reading('listOwnReports', { query: { environment: 'test', state: 'finished', limit: 1 } }),
  )
  if (!finished.data || finished.data.reports.length > 0) return null
  const credential = own.credentials.some(
    (each) => each.environment === 'test' && (each.state === 'working' || each.state === 'ending'),
  )
  return (
    <Section level={2} id="start" title={t.start} about={t.startAbout}>
      <ol className="plain-steps">
        <li>
          <Link to="/portal/credentials">{t.steps.credential}</Link>{' '}
          <span className={credential ? 'tag tag-good' : 'tag tag-quiet'}>
            {credential ? t.done : t.notDone}
          </span>
        </li>
        <li>
          <Link to="/portal/sandbox">{t.steps.check}</Link>
        </li>
        <li>
          <Link to="/portal/sandbox" hash="file">
            {t.steps.file}
          </Link>{' '}
          <span className="tag tag-quiet">{t.notDone}</span>
        </li>
        <li>{t.steps.receipt}</li>
      </ol>
    </Section>
  )
}
