import { getRouteApi } from '@tanstack/react-router'
import { TipPage } from './TipPage.tsx'

const route = getRouteApi('/tips/$tipId')

/** The tip page at its address. */
export const TipRoute = () => <TipPage tipId={route.useParams().tipId} search={route.useSearch()} />
