import { queueLanes } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { laneOf, type QueueSearch } from './search.ts'

/** The lanes with what waits in each. They are links: each lane has an address. */
export const LaneTabs = ({
  search,
  counts,
}: {
  search: QueueSearch
  counts: Record<string, number> | undefined
}) => {
  const t = useMessages()
  return (
    <nav className="lanes" aria-label={t.queue.lanesLabel}>
      {queueLanes.map((lane) => (
        <Link
          key={lane}
          to="/queue"
          search={{ ...search, lane }}
          className={`lane lane-${lane}`}
          aria-current={laneOf(search) === lane ? 'page' : undefined}
        >
          {t.lanes[lane]}{' '}
          <span className={`lane-count ${counts?.[lane] ? 'lane-some' : ''}`}>
            {counts?.[lane] ?? (counts ? 0 : '–')}
          </span>
        </Link>
      ))}
    </nav>
  )
}
