import {
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type RouterHistory,
  useLocation,
} from '@tanstack/react-router'
import { QueuePage } from '../features/tips/QueuePage.tsx'
import { loadTipRoute } from '../features/tips/loadTipRoute.ts'
import { readLedgerSearch } from '../features/ledger/search.ts'
import { readCaseSearch } from '../features/cases/search.ts'
import { readAreaSearch } from '../features/routing/areaSearch.ts'
import { readReviewSearch } from '../features/routing/reviewSearch.ts'
import { readFilingSearch, readQualitySearch } from '../features/portal/search.ts'
import { readDestructionSearch } from '../features/destruction/search.ts'
import { readPeriodSearch } from '../features/statistics/search.ts'
import { readQueueSearch } from '../features/tips/search.ts'
import { lazyRouteComponent } from '../platform/lazy.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Loading } from '../ui/Loading.tsx'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'
import { StartPage } from './StartPage.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

/** An address from before the bundles were a lane. */
const bundles = createRoute({
  getParentRoute: () => root,
  path: '/bundles',
  beforeLoad: () => {
    throw redirect({ to: '/queue', search: { lane: 'bundles' }, replace: true })
  },
})
const bundle = createRoute({
  getParentRoute: () => root,
  path: '/bundles/$bundleId',
  component: lazyRouteComponent(() => import('../features/bundles/BundleRoute.tsx'), 'BundleRoute'),
})
const networks = createRoute({
  getParentRoute: () => root,
  path: '/networks',
  component: lazyRouteComponent(() => import('../features/links/NetworksPage.tsx'), 'NetworksPage'),
})

const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue',
  validateSearch: readQueueSearch,
  component: () => <QueuePage search={queue.useSearch()} startAt={useLocation().hash || undefined} />,
})

const tip = createRoute({
  getParentRoute: () => root,
  path: '/tips/$tipId',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(loadTipRoute, 'TipRoute'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/imports/ImportPage.tsx'), 'ImportPage'),
})
const clearinghouse = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse',
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'NowRoute'),
})
const unrouted = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse/unrouted',
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'UnroutedRoute'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse/review',
  validateSearch: readReviewSearch,
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'ReviewRoute'),
})
const areas = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse/areas',
  validateSearch: readAreaSearch,
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'AreasRoute'),
})
const reportBundles = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse/bundles',
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'BundlesRoute'),
})
const reportBundle = createRoute({
  getParentRoute: () => root,
  path: '/clearinghouse/bundles/$bundleId',
  component: lazyRouteComponent(() => import('../features/routing/ClearinghouseRoutes.tsx'), 'BundleRoute'),
})
const clocks = createRoute({
  getParentRoute: () => root,
  path: '/clocks',
  component: lazyRouteComponent(() => import('../features/clocks/ClocksPage.tsx'), 'ClocksPage'),
})
const clockTable = createRoute({
  getParentRoute: () => root,
  path: '/clock-table',
  component: lazyRouteComponent(() => import('../features/clocks/TablePage.tsx'), 'TablePage'),
})
const documentTemplates = createRoute({
  getParentRoute: () => root,
  path: '/document-templates',
  component: lazyRouteComponent(() => import('../features/documents/TemplatesPage.tsx'), 'TemplatesPage'),
})
const policies = createRoute({
  getParentRoute: () => root,
  path: '/policies',
  component: lazyRouteComponent(() => import('../features/policies/PoliciesPage.tsx'), 'PoliciesPage'),
})
const policy = createRoute({
  getParentRoute: () => root,
  path: '/policies/$policyId/$version',
  component: lazyRouteComponent(() => import('../features/policies/PolicyRoute.tsx'), 'PolicyRoute'),
})
const agencySettings = createRoute({
  getParentRoute: () => root,
  path: '/agency-settings',
  component: lazyRouteComponent(
    () => import('../features/agency-rules/AgencySettingsPage.tsx'),
    'AgencySettingsPage',
  ),
})
const referrals = createRoute({
  getParentRoute: () => root,
  path: '/referrals',
  component: lazyRouteComponent(() => import('../features/referrals/ReferralsPage.tsx'), 'ReferralsPage'),
})
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('../features/ledger/LedgerRoute.tsx'), 'LedgerRoute'),
})
const law = createRoute({
  getParentRoute: () => root,
  path: '/law',
  component: lazyRouteComponent(() => import('../features/law/LawPage.tsx'), 'LawPage'),
})
const checklists = createRoute({
  getParentRoute: () => root,
  path: '/checklists',
  component: lazyRouteComponent(() => import('../features/checklists/ChecklistsPage.tsx'), 'ChecklistsPage'),
})
const asked = createRoute({
  getParentRoute: () => root,
  path: '/asked',
  component: lazyRouteComponent(() => import('../features/law/AskedPage.tsx'), 'AskedPage'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/people/JoinPage.tsx'), 'JoinPage'),
})
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/people/PeopleRoute.tsx'), 'PeopleRoute'),
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/people/AccountRoute.tsx'), 'AccountRoute'),
})
const ownSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('../features/own-settings/OwnSettingsPage.tsx'),
    'OwnSettingsPage',
  ),
})
const viewing = createRoute({
  getParentRoute: () => root,
  path: '/viewing',
  component: lazyRouteComponent(() => import('../features/files/ViewingPage.tsx'), 'ViewingPage'),
})
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../features/files/IncidentsPage.tsx'), 'IncidentsPage'),
})
const destructions = createRoute({
  getParentRoute: () => root,
  path: '/destructions',
  validateSearch: readDestructionSearch,
  component: lazyRouteComponent(
    () => import('../features/destruction/DestructionsRoute.tsx'),
    'DestructionsRoute',
  ),
})
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../features/cases/CaseRoutes.tsx'), 'CasesRoute'),
})
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/cases/CaseRoutes.tsx'), 'CaseRoute'),
})
const outcomes = createRoute({
  getParentRoute: () => root,
  path: '/outcomes',
  component: lazyRouteComponent(() => import('../features/outcomes/NoticesPage.tsx'), 'NoticesPage'),
})
const scorecards = createRoute({
  getParentRoute: () => root,
  path: '/scorecards',
  validateSearch: readPeriodSearch,
  component: lazyRouteComponent(() => import('../features/statistics/CountRoutes.tsx'), 'ScorecardsRoute'),
})
const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: readPeriodSearch,
  component: lazyRouteComponent(() => import('../features/statistics/CountRoutes.tsx'), 'StatisticsRoute'),
})
const portal = createRoute({
  getParentRoute: () => root,
  path: '/portal',
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'OverviewRoute'),
})
const credentials = createRoute({
  getParentRoute: () => root,
  path: '/portal/credentials',
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'CredentialsRoute'),
})
const ownReports = createRoute({
  getParentRoute: () => root,
  path: '/portal/reports',
  validateSearch: readFilingSearch,
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'OwnReportsRoute'),
})
const ownReport = createRoute({
  getParentRoute: () => root,
  path: '/portal/reports/$reportId',
  validateSearch: readFilingSearch,
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'OwnReportRoute'),
})
const quality = createRoute({
  getParentRoute: () => root,
  path: '/portal/quality',
  validateSearch: readQualitySearch,
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'QualityRoute'),
})
const sandbox = createRoute({
  getParentRoute: () => root,
  path: '/portal/sandbox',
  component: lazyRouteComponent(() => import('../features/portal/PortalRoutes.tsx'), 'SandboxRoute'),
})
const affiliates = createRoute({
  getParentRoute: () => root,
  path: '/affiliates',
  component: lazyRouteComponent(() => import('../features/affiliates/AffiliatesPage.tsx'), 'AffiliatesPage'),
})
const waiting = createRoute({
  getParentRoute: () => root,
  path: '/waiting',
  component: lazyRouteComponent(() => import('../features/waiting/WaitingPage.tsx'), 'WaitingPage'),
})
const sampling = createRoute({
  getParentRoute: () => root,
  path: '/sampling',
  component: lazyRouteComponent(() => import('../features/sampling/SamplingPage.tsx'), 'SamplingPage'),
})
const blindReading = createRoute({
  getParentRoute: () => root,
  path: '/sampling/$itemId',
  component: lazyRouteComponent(
    () => import('../features/sampling/BlindReadingPage.tsx'),
    'BlindReadingPage',
  ),
})
const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('../features/about/AboutPage.tsx'), 'AboutPage'),
})
const parts = createRoute({
  getParentRoute: () => root,
  path: '/about/parts',
  component: lazyRouteComponent(() => import('../features/about/PartsPage.tsx'), 'PartsPage'),
})
const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => import('../features/about/CreditsPage.tsx'), 'CreditsPage'),
})

/** The ways of the desk; tests bring a history of their own. */
export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    ...(history ? { history } : {}),
    routeTree: root.addChildren([
      start,
      queue,
      tip,
      imports,
      clearinghouse,
      unrouted,
      review,
      reportBundles,
      reportBundle,
      areas,
      clocks,
      clockTable,
      documentTemplates,
      policies,
      policy,
      agencySettings,
      referrals,
      bundles,
      bundle,
      networks,
      ledger,
      law,
      ownSettings,
      viewing,
      incidents,
      destructions,
      asked,
      checklists,
      join,
      people,
      account,
      cases,
      oneCase,
      outcomes,
      scorecards,
      statistics,
      portal,
      credentials,
      ownReports,
      ownReport,
      quality,
      sandbox,
      affiliates,
      waiting,
      sampling,
      blindReading,
      about,
      parts,
      credits,
    ]),
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => (
      <div className="page">
        <ErrorNotice error={error} onRetry={reset} />
      </div>
    ),
    defaultPendingComponent: () => <Loading />,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
