import {
  chosenTipsMax,
  exportTipsMax,
  type QueueRow,
  type SheetFormat,
  sheetFormats,
  type SheetLanguage,
} from '@opentipline/contract'
import { requestFor } from '@opentipline/client/desk'
import { mayEverDo } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { withProof } from '../../platform/api.ts'
import { fetchFile, keepFile } from '../../platform/keepFile.ts'
import { lazyPart } from '../../platform/lazy.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { bulkTipsMax } from '../decisions/bulkTipsMax.ts'
import { useSession } from '../people/session.ts'
import { queryOfSearch, type QueueSearch } from './search.ts'
import { chosenCount, type Selecting } from './selection.ts'

const BulkDecide = lazyPart(() => import('../decisions/BulkDecide.tsx').then((found) => found.BulkDecide))

type Props = { selecting: Selecting; rows: readonly QueueRow[]; total: number; search: QueueSearch }
type As = { format: SheetFormat; language: SheetLanguage }

/** What can be done with the chosen tips, and exactly how many they are. */
export const BulkBar = ({ selecting, rows, total, search }: Props) => {
  const t = useMessages()
  const language = useShownLanguage()
  const { role } = useSession().actingFor
  const [deciding, setDeciding] = useState(false)
  const { selection, selectAll, clear } = selecting
  const count = chosenCount(selection, total)
  const chosen = rows.filter(({ tipId }) => selecting.has(tipId))
  const exported = useMutation({
    mutationFn: (format: SheetFormat) =>
      withProof(() =>
        fetchFile(exportUrl(search, selection.all ? [] : [...selection.ids], { format, language })),
      ),
    onSuccess: (content, format) => keepFile(content, `queue.${format}`),
  })
  if (count === 0) return null
  const tooMany = selection.all ? count > exportTipsMax : count > chosenTipsMax
  return (
    <section className="bulk no-print" aria-label={t.finding.selection}>
      <span className="cluster">
        <strong role="status">{t.finding.selected(count)}</strong>
        {selection.all || count >= total ? null : (
          <button type="button" className="usa-button usa-button--unstyled" onClick={selectAll}>
            {t.finding.selectAll(total)}
          </button>
        )}
        {mayEverDo('exportQueue', role) && !tooMany ? (
          <>
            {sheetFormats.map((format) => (
              <button
                key={format}
                type="button"
                className="usa-button usa-button--outline usa-button--small"
                aria-disabled={exported.isPending}
                onClick={() => (exported.isPending ? undefined : exported.mutate(format))}
              >
                {t.finding.exportAs(format.toUpperCase())}
              </button>
            ))}
          </>
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
        <span role="status" className="small">
          {exported.isPending ? t.finding.exporting : ''}
          {exported.isSuccess ? t.finding.exported : ''}
        </span>
      </span>
      {tooMany ? <p className="small">{t.finding.exportAtMost(exportTipsMax)}</p> : null}
      {exported.isError ? <ErrorNotice error={exported.error} /> : null}
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

const exportUrl = (search: QueueSearch, tips: readonly string[], as: As): string =>
  requestFor(
    'exportQueue',
    { query: { ...queryOfSearch(search), ...as, ...(tips.length > 0 ? { tips: tips.join(',') } : {}) } },
    '',
  ).url
