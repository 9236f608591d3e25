import type { QueueFacets, QueueLane } from '@opentipline/contract'
import { type Reach, reachOf } from '@opentipline/domain'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { useNow } from '../../ui/useNow.ts'

/** Lanes that somebody works through. In the others nothing is reached by working on. */
const workedLanes: readonly QueueLane[] = ['now', 'work', 'enrich', 'informational']

/** How far the agency comes in this lane by Friday, or undefined while its pace is being counted. */
export const useReach = (lane: QueueLane, facets: QueueFacets | undefined): Reach | undefined => {
  const today = new Date(useNow()).toISOString().slice(0, 10)
  if (!facets || !workedLanes.includes(lane)) return undefined
  return reachOf({ decidedByDay: facets.decidedByDay, today })
}

type Known = Extract<Reach, { known: true }>
const useReachWords = ({ perDay, by }: Known): [pace: string, day: string] => {
  const language = useShownLanguage()
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
    weekday: 'long',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
  return [perDay.toLocaleString(language, { maximumFractionDigits: 1 }), day.format(Date.parse(by))]
}

/** The line across the list. */
export const ReachLine = ({ reach }: { reach: Known }) => {
  const t = useMessages()
  const [pace, day] = useReachWords(reach)
  return <p className="reach small">{t.finding.reach(pace, day)}</p>
}

/** What is told under the list where no line is drawn. */
export const ReachFoot = ({ reach, total }: { reach: Reach | undefined; total: number }) => {
  const t = useMessages()
  if (!reach) return null
  if (!reach.known) return <p className="muted small">{t.finding.reachUnknown(reach.daysWithDecisions)}</p>
  return reach.tips >= total ? <ReachAll reach={reach} /> : null
}

const ReachAll = ({ reach }: { reach: Known }) => {
  const t = useMessages()
  const [pace, day] = useReachWords(reach)
  return <p className="muted small">{t.finding.reachAll(pace, day)}</p>
}
