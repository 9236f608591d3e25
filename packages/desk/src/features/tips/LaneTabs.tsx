import { queueLanes } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { useSession } from '../people/session.ts'
import { laneOf, type QueueSearch } from './search.ts'

/** The lanes with what waits in each, and what is one item many times. They are links: each lane has an address. */
export const LaneTabs = ({
  search,
  counts,
}: {
  search: QueueSearch
  counts: Record<string, number> | undefined
}) => {
  const t = useMessages()
  const { role } = useSession().actingFor
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
      {mayEverDo('listBundles', role) ? (
        <Link to="/bundles" className="lane lane-bundles">
          {t.together.bundles}
        </Link>
      ) : null}
    </nav>
  )
}
