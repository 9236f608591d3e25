import { getRouteApi } from '@tanstack/react-router'
import { AreasPage } from './AreasPage.tsx'
import { PipelinePage } from './PipelinePage.tsx'
import { ReviewPage } from './ReviewPage.tsx'
import { UnroutedPage } from './UnroutedPage.tsx'

const areas = getRouteApi('/clearinghouse/areas')
const review = getRouteApi('/clearinghouse/review')

export const NowRoute = () => <PipelinePage />
export const UnroutedRoute = () => <UnroutedPage />
export const ReviewRoute = () => <ReviewPage search={review.useSearch()} />
export const AreasRoute = () => <AreasPage search={areas.useSearch()} />
