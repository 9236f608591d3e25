import { requestFor } from '@opentipline/client/desk'
import type { StatisticsView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { MissRates } from '../sampling/MissRates.tsx'
import { Bars } from './Bars.tsx'
import { CountyCounts } from './CountyCounts.tsx'
import { Exports } from '../exports/Exports.tsx'
import { Decided } from './Decided.tsx'
import { LedgerCounts } from './LedgerCounts.tsx'
import { PeriodForm } from './PeriodForm.tsx'
import type { PeriodSearch } from './search.ts'
import { Times } from './Times.tsx'

/** Counts of a period, each with its formula, and what they cannot say. */
export const StatisticsPage = ({ search }: { search: PeriodSearch }) => {
  const { statistics: words } = useMessages().loop
  useTitle(words.title)
  // Counting is recorded and takes a moment: it is done when somebody asks for it.
  const counted = useQuery({
    ...reading('readStatistics', { query: search }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <PeriodForm key={JSON.stringify(search)} to="/statistics" shown={counted.data} search={search} />
      {counted.isPending ? <Loading /> : null}
      {counted.isError ? <ErrorNotice error={counted.error} onRetry={() => void counted.refetch()} /> : null}
      {counted.data ? (
        <>
          <Exports
            name="statistics"
            urlOf={(as) => requestFor('exportStatistics', { query: { ...search, ...as } }, '').url}
          />
          <Counts view={counted.data} />
        </>
      ) : null}
    </div>
  )
}

const Counts = ({ view }: { view: StatisticsView }) => {
  const t = useMessages()
  const words = t.loop.statistics
  const named = (lines: StatisticsView['byIncident']) =>
    lines.map(({ what, count }) => ({ name: what === '' ? words.notStated : what, count }))
  return (
    <>
      <p className="small muted">
        {view.from} – {view.to} (UTC) · {words.asOf} <Moment at={view.asOf} />
      </p>
      <p>{view.decided ? words.lead : words.leadClearinghouse}</p>
      <Notice tone="info">
        <strong>{words.caveatsTitle}</strong>
        <ul className="plain-list">
          {view.caveats.map((caveat) => (
            <li key={caveat}>{words.caveats[caveat]}</li>
          ))}
        </ul>
      </Notice>
      <Section level={2} id="volumes" title={words.volumes}>
        {view.total === 0 ? <p className="muted">{words.exportNone}</p> : <p>{words.total(view.total)}</p>}
        <div className="bar-tables">
          <Bars
            title={words.byMonth}
            lines={view.byMonth.map(({ month, count }) => ({ name: month, count }))}
          />
          <Bars title={words.byIncident} lines={named(view.byIncident)} />
          <Bars title={words.byProvider} lines={named(view.byProvider)} />
          <Bars
            title={words.byLabel}
            lines={view.byLabel.map(({ what, count }) => ({
              name: t.judging.labels[what] ?? what,
              count,
            }))}
          />
        </div>
      </Section>
      {view.decided ? <Decided decided={view.decided} /> : null}
      <Times times={view.times} />
      {view.ledger.length > 0 ? <LedgerCounts counts={view.ledger} /> : null}
      {view.decided ? <MissRates /> : null}
      <CountyCounts view={view} />
    </>
  )
}
