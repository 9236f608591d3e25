import { getRouteApi } from '@tanstack/react-router'
import { ScorecardsPage } from './ScorecardsPage.tsx'
import { StatisticsPage } from './StatisticsPage.tsx'

const statistics = getRouteApi('/statistics')
const scorecards = getRouteApi('/scorecards')

export const StatisticsRoute = () => <StatisticsPage search={statistics.useSearch()} />
export const ScorecardsRoute = () => <ScorecardsPage search={scorecards.useSearch()} />
