import { type ReportBundle, reportBundlesAmong } from '@opentipline/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Age } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { momentText } from '../../ui/time.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { BundleName } from '../bundles/BundleName.tsx'
import { More } from './More.tsx'
import { Parts } from './Parts.tsx'
import { useClearinghouseWords } from './words.ts'

/** Each reading is recorded: it is read once, and again when somebody asks. */
const useBundles = () =>
  useInfiniteQuery({
    queryKey: ['listReportBundles'],
    queryFn: ({ pageParam, signal }) =>
      desk.call('listReportBundles', { query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** What stands behind many reports, over all agencies; what they made of it is not here. */
export const BundlesPage = () => {
  const t = useMessages()
  const { bundles: words } = useClearinghouseWords()
  const language = useShownLanguage()
  useTitle(words.title)
  const found = useBundles()
  const bundles = found.data?.pages.flatMap((page) => page.bundles)
  return (
    <div className="page stack">
      <Parts />
      <div className="section-head">
        <h1 tabIndex={-1}>{words.title}</h1>
        {found.data ? (
          <span className="cluster muted small">
            {t.queue.fetched(momentText(found.dataUpdatedAt, { language, seconds: true }))}
            <button
              type="button"
              className="usa-button usa-button--unstyled no-print"
              onClick={() => void found.refetch()}
            >
              {words.again}
            </button>
          </span>
        ) : null}
      </div>
      <p>{words.lead}</p>
      <p className="small muted">{words.among(reportBundlesAmong.toLocaleString(language))}</p>
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {bundles?.length === 0 ? (
        <Notice tone="good">
          {words.none} {words.nextStep}
        </Notice>
      ) : null}
      {bundles && bundles.length > 0 ? <BundleLines bundles={bundles} /> : null}
      <More pages={found} />
      {bundles && bundles.length > 0 ? (
        <p className="small muted" role="status">
          {words.shown(bundles.length)}
        </p>
      ) : null}
    </div>
  )
}

const BundleLines = ({ bundles }: { bundles: readonly ReportBundle[] }) => {
  const { bundles: words } = useClearinghouseWords()
  const language = useShownLanguage()
  return (
    <ul className="line-list bundle-lines" aria-label={words.list}>
      {bundles.map((bundle) => {
        const count = (n: number): string => words.count(n.toLocaleString(language), bundle.isLeast)
        return (
          <li className="line" key={bundle.bundleId}>
            <span className="cluster">
              <Link
                to="/clearinghouse/bundles/$bundleId"
                params={{ bundleId: bundle.bundleId }}
                className="row-link"
              >
                {words.behind(count(bundle.reports))}
              </Link>
              <span>{words.went(count(bundle.tips), count(bundle.agencies))}</span>
              <span className="tag">{words.by[bundle.by] ?? bundle.by}</span>
              <BundleName bundle={bundle} />
            </span>
            <span className="small muted">
              {words.first}: <Age at={bundle.firstAt} />
              {bundle.isLeast ? ` ${words.orBefore}` : ''} · {words.last}: <Age at={bundle.lastAt} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
