import { getRouteApi } from '@tanstack/react-router'
import { PolicyPage } from './PolicyPage.tsx'

const route = getRouteApi('/policies/$policyId/$version')

/** One version of a policy at its address; another one is another page. */
export const PolicyRoute = () => {
  const { policyId, version } = route.useParams()
  return <PolicyPage key={`${policyId} ${version}`} policyId={policyId} version={version} />
}
