import type { AgencyTime, LogWindow } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { TimeForm, WindowForm } from './TableForms.tsx'

/** What the agency knows of operators' logs, and the times it set itself. */
export const TablePage = () => {
  const t = useMessages()
  useTitle(t.clocks.tableTitle)
  const { role } = useSession().actingFor
  const windows = useQuery(reading('listLogWindows', {}))
  const times = useQuery(reading('listAgencyTimes', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.clocks.tableTitle}</h1>
      <p>{t.clocks.tableLead}</p>
      {mayEverDo('addLogWindow', role) ? null : <p className="small muted">{t.clocks.tableWho}</p>}
      <Section level={2} id="windows" title={t.clocks.windows} about={t.clocks.windowsAbout}>
        {windows.isPending ? <Loading /> : null}
        {windows.isError ? (
          <ErrorNotice error={windows.error} onRetry={() => void windows.refetch()} />
        ) : null}
        {windows.data?.windows.length === 0 ? <p className="muted">{t.clocks.noWindows}</p> : null}
        <ul className="line-list">
          {windows.data?.windows.map((each) => (
            <WindowLine key={each.windowId} window={each} may={mayEverDo('endLogWindow', role)} />
          ))}
        </ul>
        {mayEverDo('addLogWindow', role) ? <WindowForm /> : null}
      </Section>
      <Section level={2} id="times" title={t.clocks.times} about={t.clocks.timesAbout}>
        {times.isPending ? <Loading /> : null}
        {times.isError ? <ErrorNotice error={times.error} onRetry={() => void times.refetch()} /> : null}
        {times.data?.times.length === 0 ? <p className="muted">{t.clocks.noTimes}</p> : null}
        <ul className="line-list">
          {times.data?.times.map((each) => (
            <TimeLine key={each.timeId} time={each} may={mayEverDo('endAgencyTime', role)} />
          ))}
        </ul>
        {mayEverDo('addAgencyTime', role) ? <TimeForm /> : null}
      </Section>
    </div>
  )
}

type End = { to: string; because: string }

const WindowLine = ({ window, may }: { window: LogWindow; may: boolean }) => {
  const t = useMessages()
  return (
    <Line
      name={t.clocks.entryOf(window.network, window.days)}
      facts={`${t.clocks.windowSource}: ${window.source}. ${t.clocks.asOfDay} ${window.asOf}.`}
      entry={window}
      may={may}
      end={(body) => desk.call('endLogWindow', { params: { windowId: window.windowId }, body })}
    />
  )
}

const TimeLine = ({ time, may }: { time: AgencyTime; may: boolean }) => {
  const t = useMessages()
  return (
    <Line
      name={t.clocks.timeOf(time.name, time.hours)}
      facts={[time.authority, time.band === null ? null : t.clocks.onlyBand(time.band)]
        .filter((each) => each !== null)
        .join(' · ')}
      entry={time}
      may={may}
      end={(body) => desk.call('endAgencyTime', { params: { timeId: time.timeId }, body })}
    />
  )
}

type LineProps = {
  name: string
  facts: string
  entry: { from: string; to: string | null; by: string; at: string }
  may: boolean
  end: (body: End) => Promise<unknown>
}

const Line = ({ name, facts, entry, may, end }: LineProps) => {
  const t = useMessages()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState(new Date().toISOString().slice(0, 10))
  const ending = useMutation({
    mutationFn: end,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['listLogWindows'] })
      await queryClient.invalidateQueries({ queryKey: ['listAgencyTimes'] })
    },
  })
  return (
    <li className="line">
      <span className="cluster">
        <strong>{name}</strong>
        <span className={`tag ${entry.to === null ? '' : 'tag-quiet'}`}>
          {t.clocks.from} {entry.from}
          {entry.to === null ? '' : ` ${t.clocks.until} ${entry.to}`}
        </span>
        {may && entry.to === null && !open ? (
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            aria-label={t.clocks.endOf(t.clocks.endEntry, name)}
            onClick={() => setOpen(true)}
          >
            {t.clocks.endEntry}
          </button>
        ) : null}
      </span>
      <span className="small">{facts}</span>
      <span className="small muted">
        {entry.by}, <Moment at={entry.at} />
      </span>
      {open ? (
        <ReasonForm
          send={t.clocks.endEntry}
          busy={ending.isPending}
          error={ending.error}
          onCancel={() => setOpen(false)}
          onSend={(because) => ending.mutate({ to, because }, { onSuccess: () => setOpen(false) })}
        >
          <div>
            <label className="usa-label" htmlFor={id}>
              {t.clocks.endDay}
            </label>
            <input
              id={id}
              type="date"
              className="usa-input"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
        </ReasonForm>
      ) : null}
    </li>
  )
}
