import { getRouteApi } from '@tanstack/react-router'
import { BundlePage } from './BundlePage.tsx'

const route = getRouteApi('/bundles/$bundleId')

/** One bundle at its address; another one is another page. */
export const BundleRoute = () => {
  const { bundleId } = route.useParams()
  return <BundlePage key={bundleId} bundleId={bundleId} />
}
