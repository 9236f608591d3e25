import { chosenTipsMax, exportTipsMax, type QueueRow } from '@opentipline/contract'
import { requestFor } from '@opentipline/client/desk'
import { mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { lazyPart } from '../../platform/lazy.tsx'
import { bulkTipsMax } from '../decisions/bulkTipsMax.ts'
import { type ExportAs, Exports } from '../exports/Exports.tsx'
import { useSession } from '../people/session.ts'
import { queryOfSearch, type QueueSearch } from './search.ts'
import { chosenCount, type Selecting } from './selection.ts'

const BulkDecide = lazyPart(() => import('../decisions/BulkDecide.tsx').then((found) => found.BulkDecide))

type Props = { selecting: Selecting; rows: readonly QueueRow[]; total: number; search: QueueSearch }

/** What can be done with the chosen tips, and exactly how many they are. */
export const BulkBar = ({ selecting, rows, total, search }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  const [deciding, setDeciding] = useState(false)
  const { selection, selectAll, clear } = selecting
  const count = chosenCount(selection, total)
  const chosen = rows.filter(({ tipId }) => selecting.has(tipId))
  if (count === 0) return null
  const tooMany = selection.all ? count > exportTipsMax : count > chosenTipsMax
  return (
    <section className="bulk no-print" aria-label={t.finding.selection}>
      <div className="cluster">
        <strong role="status">{t.finding.selected(count)}</strong>
        {selection.all || count >= total ? null : (
          <button type="button" className="usa-button usa-button--unstyled" onClick={selectAll}>
            {t.finding.selectAll(total)}
          </button>
        )}
        {mayEverDo('exportQueue', role) && !tooMany ? (
          <Exports
            name="queue"
            urlOf={(as) => exportUrl(search, selection.all ? [] : [...selection.ids], as)}
          />
        ) : null}
        {mayEverDo('decide', role) && chosen.length === count && count <= bulkTipsMax ? (
          <button type="button" className="usa-button usa-button--small" onClick={() => setDeciding(true)}>
            {t.finding.decideThese(count)}
          </button>
        ) : (
          <span className="muted small">{t.finding.decideAtMost(bulkTipsMax)}</span>
        )}
        <button type="button" className="usa-button usa-button--unstyled" onClick={clear}>
          {t.finding.clearSelection}
        </button>
      </div>
      {tooMany ? <p className="small">{t.finding.exportAtMost(exportTipsMax)}</p> : null}
      {deciding ? (
        <BulkDecide
          tips={chosen}
          onClose={() => {
            setDeciding(false)
          }}
          onDone={clear}
        />
      ) : null}
    </section>
  )
}

const exportUrl = (search: QueueSearch, tips: readonly string[], as: ExportAs): string =>
  requestFor(
    'exportQueue',
    { query: { ...queryOfSearch(search), ...as, ...(tips.length > 0 ? { tips: tips.join(',') } : {}) } },
    '',
  ).url
