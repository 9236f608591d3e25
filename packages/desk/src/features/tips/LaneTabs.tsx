import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { useSession } from '../people/session.ts'
import { deskLanes, laneOf, type QueueSearch } from './search.ts'

/** The bundles are counted when the rows are there: nobody waits for them. */
const bundlesFreshMs = 60_000

/** The lanes with what waits in each; in one of them what is one item many times. They are links: each lane has an address. */
export const LaneTabs = ({
  search,
  counts,
}: {
  search: QueueSearch
  counts: Record<string, number> | undefined
}) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const may = mayEverDo('listBundles', role)
  const bundles = useQuery({
    ...reading('listBundles', {}),
    enabled: may && counts !== undefined,
    staleTime: bundlesFreshMs,
  })
  const shown = search.lane === 'bundles' ? 'bundles' : laneOf(search)
  const waiting: Record<string, number | undefined> = { ...counts, bundles: bundles.data?.bundles.length }
  return (
    <nav className="lanes" aria-label={t.queue.lanesLabel}>
      {deskLanes
        .filter((lane) => lane !== 'bundles' || may)
        .map((lane) => (
          <Link
            key={lane}
            to="/queue"
            // A bundle has no provider and no place of its own: what narrows tips is left behind.
            search={lane === 'bundles' ? { lane } : { ...search, lane }}
            className={`lane lane-${lane}`}
            aria-current={shown === lane ? 'page' : undefined}
          >
            {t.lanes[lane]}{' '}
            <span className={`lane-count ${waiting[lane] ? 'lane-some' : ''}`}>
              {waiting[lane] ?? (counts && lane !== 'bundles' ? 0 : '–')}
            </span>
          </Link>
        ))}
    </nav>
  )
}
