import type { QueueRow } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { capital } from '../../ui/capital.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Age, Moment } from '../../ui/Moment.tsx'
import { Score } from '../../ui/Score.tsx'
import { instantOf } from '../../ui/time.ts'
import { useNow } from '../../ui/useNow.ts'
import type { QueueSearch } from './search.ts'
import { AsWritten } from '../../ui/Told.tsx'

type Props = {
  row: QueueRow
  search: QueueSearch
  tabStop: boolean
  onFocus: () => void
  chosen: boolean
  onChoose: (range: boolean) => void
}

/** One tip of the queue: what the head of a tired person needs to choose the next one. */
export const QueueRowView = ({ row, search, tabStop, onFocus, chosen, onChoose }: Props) => {
  const t = useMessages()
  return (
    <article className={`row ${row.unread ? 'row-unread' : ''} ${chosen ? 'row-chosen' : ''}`}>
      <input
        type="checkbox"
        className="row-choice no-print"
        aria-label={t.finding.choose(row.tipId)}
        tabIndex={tabStop ? 0 : -1}
        checked={chosen}
        onChange={(event) => onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
      />
      <div className="row-score">
        <span className="row-label">{t.queue.risk}</span>
        <Score kind="risk" value={row.risk} band={row.band} />
      </div>
      <div className="row-score">
        <span className="row-label">{t.queue.actionability}</span>
        <Score kind="act" value={row.actionability} />
      </div>
      <div className="row-what">
        <div className="row-title">
          <Link
            to="/tips/$tipId"
            params={{ tipId: row.tipId }}
            search={search}
            className="row-link"
            data-tip={row.tipId}
            tabIndex={tabStop ? 0 : -1}
            onFocus={onFocus}
          >
            {row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}
          </Link>
        </div>
        <p className="row-reasons">
          <Marks row={row} />
          {row.reasons.length > 0 ? <AsWritten>{row.reasons.join(' · ')}</AsWritten> : t.queue.noReasons}
        </p>
      </div>
      <div className="row-where">
        <span>{row.provider ?? t.queue.noProvider}</span>
        <span className={row.place ? '' : 'muted'}>{row.place ?? t.queue.noPlace}</span>
        <span className="muted small">{t.queue.origins[row.origin] ?? row.origin}</span>
      </div>
      <Times row={row} />
      <Things row={row} />
    </article>
  )
}

const Marks = ({ row }: { row: QueueRow }) => {
  const t = useMessages()
  return (
    <span className="row-marks">
      {row.unread ? <span className="tag tag-unread">{t.queue.unread}</span> : null}
      {row.amended ? (
        <span className="tag tag-warn" title={t.queue.amendedMore}>
          {t.queue.amended}
        </span>
      ) : null}
      {row.rerouted ? <span className="tag tag-warn">{t.together.leadsElsewhere.mark}</span> : null}
      {row.offeredBy ? (
        <span className="tag tag-warn">{t.discretion.referral.rowOffered(row.offeredBy)}</span>
      ) : null}
      {row.lease ? (
        <span className="tag">
          {row.lease.own ? t.discretion.lease.rowOwn : t.discretion.lease.row(row.lease.by)}
        </span>
      ) : null}
      {row.assigned ? (
        <span className="tag">
          {row.assigned.own ? t.finding.who.mine : t.finding.assignedTo(row.assigned.name)}
        </span>
      ) : null}
      {row.state === 'open' ? null : <span className="tag">{t.states[row.state]}</span>}
      {row.label === 'informational' ? <span className="tag tag-quiet">{t.queue.informational}</span> : null}
    </span>
  )
}

const Times = ({ row }: { row: QueueRow }) => {
  const t = useMessages()
  return (
    <div className="row-when">
      <span>
        <span className="muted">{t.queue.available}</span> <Age at={row.availableAt} />
      </span>
      {row.incidentAt ? (
        <span>
          <span className="muted">{t.queue.incident}</span> <Age at={row.incidentAt} />
        </span>
      ) : (
        <span className="muted">{t.queue.incidentNotStated}</span>
      )}
      {row.heldUntil ? (
        <span>
          {t.queue.heldUntil('')}
          <Moment at={row.heldUntil} />
        </span>
      ) : null}
      {row.nextClock ? <NextClock name={row.nextClock.name} at={row.nextClock.at} /> : null}
    </div>
  )
}

const NextClock = ({ name, at }: { name: string; at: string }) => {
  const t = useMessages()
  const now = useNow()
  const past = (instantOf(at) ?? Infinity) < now
  return (
    <span className={`row-clock ${past ? 'is-past' : ''}`}>
      <Icon name="clock" />
      <span>
        {t.clocks.names[name] ?? capital(name)} <Age at={at} />
      </span>
    </span>
  )
}

const Things = ({ row }: { row: QueueRow }) => {
  const t = useMessages()
  const files = row.fileCount ? t.queue.files(row.fileCount) : t.queue.noFiles
  const links = row.linkCount ? t.queue.links(row.linkCount) : t.queue.noLinks
  return (
    <div className="row-things">
      <span>
        <span className={row.fileCount ? '' : 'muted'}>{files}</span>
        {', '}
        <span className={row.linkCount ? '' : 'muted'}>{links}</span>
      </span>
      {row.fileCount ? (
        <span className="muted small">
          {row.unviewedFileCount ? t.queue.unviewed(row.unviewedFileCount) : t.queue.allViewed}
        </span>
      ) : null}
    </div>
  )
}
