import { getRouteApi } from '@tanstack/react-router'
import { AreasPage } from './AreasPage.tsx'
import { BundlesPage } from './BundlesPage.tsx'
import { PipelinePage } from './PipelinePage.tsx'
import { ReportBundlePage } from './ReportBundlePage.tsx'
import { ReviewPage } from './ReviewPage.tsx'
import { UnroutedPage } from './UnroutedPage.tsx'

const areas = getRouteApi('/clearinghouse/areas')
const bundle = getRouteApi('/clearinghouse/bundles/$bundleId')
const review = getRouteApi('/clearinghouse/review')

export const NowRoute = () => <PipelinePage />
export const UnroutedRoute = () => <UnroutedPage />
export const ReviewRoute = () => <ReviewPage search={review.useSearch()} />
export const AreasRoute = () => <AreasPage search={areas.useSearch()} />
export const BundlesRoute = () => <BundlesPage />
/** One bundle at its address; another one is another page. */
export const BundleRoute = () => {
  const { bundleId } = bundle.useParams()
  return <ReportBundlePage key={bundleId} bundleId={bundleId} />
}
