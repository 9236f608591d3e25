import { requestFor } from '@opentipline/client/desk'
import { type WaitingFor, type WaitingRow, waitingRowsMax, type WaitingView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { reasonWords } from '../decisions/draftRules.ts'
import { Exports } from '../exports/Exports.tsx'
import { useWaitingWords } from './words.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** What the agency's tips wait for and how long: facts, and nothing that is late. */
export const WaitingPage = () => {
  const words = useWaitingWords()
  useTitle(words.title)
  const [waits, setWaits] = useState<WaitingFor>()
  const view = useQuery(reading('readWaiting', { query: waits ? { waits } : {} }))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      {view.isPending ? <Loading /> : null}
      {view.isError ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : null}
      {view.data ? (
        <>
          <Sums view={view.data} waits={waits} onChoose={setWaits} />
          <Exports
            name="waiting"
            urlOf={(as) =>
              requestFor('exportWaiting', { query: { ...as, ...(waits ? { waits } : {}) } }, '').url
            }
          />
          <Rows rows={view.data.rows} />
        </>
      ) : null}
    </div>
  )
}

/** Hours in the unit that a person would say. */
const useSpan = () => {
  const words = useWaitingWords()
  const number = new Intl.NumberFormat(useShownLanguage(), { maximumSignificantDigits: 2 })
  return (hours: number | null): string => {
    if (hours === null) return '–'
    if (hours < 1) return words.minutes(number.format(Math.max(1, hours * 60)))
    return hours < 48 ? words.hours(number.format(hours)) : words.days(number.format(hours / 24))
  }
}

type SumsProps = {
  view: WaitingView
  waits: WaitingFor | undefined
  onChoose: (waits: WaitingFor | undefined) => void
}

const Sums = ({ view, waits, onChoose }: SumsProps) => {
  const words = useWaitingWords()
  const span = useSpan()
  return (
    <div className="table-wrap" role="region" aria-label={words.title} tabIndex={0}>
      <table className="table">
        <caption className="small muted">
          {words.asOf} <Moment at={view.asOf} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.waitsFor}</th>
            <th scope="col">{words.tips}</th>
            <th scope="col">{words.median}</th>
            <th scope="col">{words.longest}</th>
          </tr>
        </thead>
        <tbody>
          {view.sums.map((sum) => (
            <tr key={sum.waits}>
              <th scope="row">
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  aria-pressed={waits === sum.waits}
                  onClick={() => onChoose(waits === sum.waits ? undefined : sum.waits)}
                >
                  {words.kinds[sum.waits].name}
                </button>
                <span className="block small muted">{words.kinds[sum.waits].formula}</span>
              </th>
              <td>{sum.tips}</td>
              <td>{span(sum.medianHours)}</td>
              <td>{span(sum.longestHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Rows = ({ rows }: { rows: readonly WaitingRow[] }) => {
  const words = useWaitingWords()
  return (
    <Section level={2} id="rows" title={words.rows} about={words.rowsMax(waitingRowsMax)}>
      {rows.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="line-list">
        {rows.map((row) => (
          <Row key={row.tipId} row={row} />
        ))}
      </ul>
    </Section>
  )
}

type BecauseProps = { kind: NonNullable<WaitingRow['kind']>; reasons: readonly string[] }

/** What was decided, and for which reasons in words. */
const Because = ({ kind, reasons }: BecauseProps) => {
  const t = useMessages()
  const told = reasons.map((code) => reasonWords(kind, code, t))
  return (
    <span>
      {t.kinds[kind]}
      {told.length > 0 ? `: ${told.join(', ')}` : ''}
    </span>
  )
}

const Row = ({ row }: { row: WaitingRow }) => {
  const t = useMessages()
  const words = useWaitingWords()
  const span = useSpan()
  return (
    <li className="line">
      <span className="cluster">
        <strong>{span(row.hours)}</strong>
        <Link to="/tips/$tipId" params={{ tipId: row.tipId }} search={{}}>
          {t.tip.tip} {row.tipId}
        </Link>
        <span>{row.incidentType ? <AsWritten>{row.incidentType}</AsWritten> : t.queue.noType}</span>
        <span className="tag">{words.kinds[row.waits].name}</span>
        {row.agency ? <span>{row.agency}</span> : null}
      </span>
      <span className="cluster small muted">
        <span>
          {words.since} <Moment at={row.since} />
        </span>
        {row.by ? <span>{words.by(row.by)}</span> : null}
        {row.until ? (
          <span>
            {words.until} <Moment at={row.until} />
          </span>
        ) : null}
        {row.kind ? <Because kind={row.kind} reasons={row.reasons} /> : null}
        <span>
          <AsWritten>{row.band}</AsWritten>
        </span>
      </span>
    </li>
  )
}
