import type { ClockView, TipClocks } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { ClockEntries } from './ClockEntries.tsx'
import { ClockForm } from './ClockForm.tsx'
import { ClockLine } from './ClockLine.tsx'

type Props = { tipId: string; clocks: readonly ClockView[] }

/** What is lost, due or comes back next, what warns about the times, and where letters and warrants are recorded. */
export const Clocks = ({ tipId, clocks }: Props) => {
  const t = useMessages()
  const { role } = useSession().actingFor
  // A reading is recorded as this person's: it is read once, and again only after something changed.
  const told = useQuery({
    ...reading('readTipClocks', { params: { tipId } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const shown = told.data?.clocks ?? clocks
  return (
    <Section level={2} id="clocks" title={t.tip.clocks}>
      {shown.length === 0 ? <p className="muted">{t.tip.noClocks}</p> : null}
      <ul className="clock-list">
        {shown.map((clock) => (
          <ClockLine key={clock.key} clock={clock} />
        ))}
      </ul>
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data ? <Warnings warnings={told.data.warnings} /> : null}
      {told.data ? <ClockEntries tipId={tipId} entries={told.data.entries} /> : null}
      {told.data && mayEverDo('recordClock', role) ? (
        <ClockForm tipId={tipId} entries={told.data.entries} />
      ) : null}
    </Section>
  )
}

const Warnings = ({ warnings }: Pick<TipClocks, 'warnings'>) => {
  const t = useMessages()
  if (warnings.length === 0) return null
  return (
    <>
      <h3 className="section-title small-title">{t.clocks.warnings}</h3>
      <ul className="clock-list">
        {warnings.map((warning) => (
          <li key={warning.kind} className="clock">
            <Icon name="warn" />
            <div className="stack-tight">
              <strong>{t.clocks.warningKinds[warning.kind]}</strong>
              <span>{t.clocks.sentence(warning.says)}</span>
              <span className="small muted">
                {t.clocks.toDo}: {t.clocks.sentence(warning.act)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
