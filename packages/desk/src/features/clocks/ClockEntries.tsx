import type { ClockEntry } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useSession } from '../people/session.ts'
import { useClockWrite } from './useClockWrite.ts'

type Props = { tipId: string; entries: readonly ClockEntry[] }

/** What people recorded, those that ended among them. */
export const ClockEntries = ({ tipId, entries }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  return (
    <>
      <h3 className="section-title small-title">{t.clocks.entries}</h3>
      {entries.length === 0 ? <p className="muted">{t.clocks.noEntries}</p> : null}
      <ul className="line-list">
        {entries.map((entry) => (
          <EntryLine key={entry.entryId} tipId={tipId} entry={entry} may={mayEverDo('endClock', role)} />
        ))}
      </ul>
    </>
  )
}

const EntryLine = ({ tipId, entry, may }: { tipId: string; entry: ClockEntry; may: boolean }) => {
  const t = useMessages()
  const [asked, setAsked] = useState<'returned' | 'withdrawn'>()
  const { entryId, ended } = entry
  const end = useClockWrite(tipId, (body: { as: 'returned' | 'withdrawn'; because: string }) =>
    desk.call('endClock', { params: { tipId, entryId }, body }),
  )
  const name = nameOf(entry, t)
  const ways =
    entry.kind === 'warrant return' ? (['returned', 'withdrawn'] as const) : (['withdrawn'] as const)
  const words = { returned: t.clocks.returned, withdrawn: t.clocks.takeBack }
  return (
    <li className="line" data-at={`record:${entryId}`}>
      <span className="cluster">
        <strong>{name}</strong>
        <span>
          <Moment at={entry.at} both />
        </span>
        {ended ? <span className="tag tag-quiet">{t.clocks.endedAs[ended.as]}</span> : null}
        {may && !ended && !asked
          ? ways.map((way) => (
              <button
                key={way}
                type="button"
                className="usa-button usa-button--unstyled small no-print"
                aria-label={t.clocks.endOf(words[way], name)}
                onClick={() => setAsked(way)}
              >
                {words[way]}
              </button>
            ))
          : null}
      </span>
      <span className="small muted">
        {[entry.reference, entry.method].filter((each) => each !== null).join(' · ')}{' '}
        {t.clocks.recordedBy(entry.by)}, <Moment at={entry.recordedAt} />
      </span>
      {ended ? (
        <span className="small">
          {t.clocks.endedAs[ended.as]}: {ended.because} ({ended.by}, <Moment at={ended.at} />)
        </span>
      ) : null}
      {asked ? (
        <ReasonForm
          send={words[asked]}
          busy={end.isPending}
          error={end.error}
          onCancel={() => setAsked(undefined)}
          onSend={(because) => end.mutate({ as: asked, because }, { onSuccess: () => setAsked(undefined) })}
        />
      ) : null}
    </li>
  )
}

const nameOf = (entry: ClockEntry, t: ReturnType<typeof useMessages>): string => {
  if (entry.kind === 'warrant return') return t.clocks.warrantOf(entry.party)
  return entry.renews === null ? t.clocks.sent(entry.party) : t.clocks.renewed(entry.party)
}
