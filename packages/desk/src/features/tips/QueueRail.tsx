import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { intervalText } from '../../ui/Score.tsx'
import type { useTipMoves } from './neighbours.ts'
import { laneOf, type QueueSearch } from './search.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** Rows before and after the open one: as many as a tall screen shows. */
const beforeMax = 4
const afterMax = 14

type Props = { moves: ReturnType<typeof useTipMoves>; tipId: string; search: QueueSearch }

/** The list around the open tip, on screens wide enough to show it beside. */
export const QueueRail = ({ moves: { rows, index }, tipId, search }: Props) => {
  const t = useMessages()
  const from = Math.max(0, index - beforeMax)
  return (
    <nav className="rail no-print" aria-label={t.tip.inThisLane(t.lanes[laneOf(search)])}>
      <h2 className="rail-title">{t.tip.inThisLane(t.lanes[laneOf(search)])}</h2>
      <ol className="rail-list">
        {rows.slice(from, from + beforeMax + afterMax).map((row) => (
          <li key={row.tipId}>
            <Link
              to="/tips/$tipId"
              params={{ tipId: row.tipId }}
              search={search}
              className="rail-link"
              aria-current={row.tipId === tipId ? 'page' : undefined}
            >
              <span className="rail-name">
                {row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}
              </span>
              <span className="muted small">
                <AsWritten>{row.band}</AsWritten> · {t.queue.risk} {intervalText(row.risk)} ·{' '}
                {row.provider ?? t.queue.noProvider}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
