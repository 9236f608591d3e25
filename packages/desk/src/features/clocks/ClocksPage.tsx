import { requestFor } from '@opentipline/client/desk'
import { type ClockKind, clockKinds, type ClockRow, tipStates } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { Exports } from '../exports/Exports.tsx'
import { Calendar } from './Calendar.tsx'
import { ClockLine } from './ClockLine.tsx'

type Filter = { kind: ClockKind | ''; past: boolean; closed: boolean }

const wishOf = ({ kind, past, closed }: Filter) => ({
  ...(kind === '' ? {} : { kind }),
  ...(past ? { past } : {}),
  ...(closed ? { closed } : {}),
})

const useBoard = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['listClocks', filter],
    queryFn: ({ pageParam, signal }) =>
      desk.call('listClocks', {
        query: {
          ...wishOf(filter),
          ...(pageParam === '' ? {} : { after: pageParam }),
          limit: 50,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** Every clock of the agency by what ends next. */
export const ClocksPage = () => {
  const t = useMessages()
  useTitle(t.clocks.title)
  const { role } = useSession().actingFor
  const [filter, setFilter] = useState<Filter>({ kind: '', past: false, closed: false })
  const board = useBoard(filter)
  const [first] = board.data?.pages ?? []
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.clocks.title}</h1>
      <p>{t.clocks.lead}</p>
      <Filters filter={filter} counts={first?.counts ?? {}} onFilter={setFilter} />
      {board.isPending ? <Loading /> : null}
      {board.isError ? <ErrorNotice error={board.error} onRetry={() => void board.refetch()} /> : null}
      {first && rows.length === 0 ? (
        <p className="muted">{filter.past ? t.clocks.nonePast : t.clocks.none}</p>
      ) : null}
      <ul className="clock-list">
        {rows.map((row) => (
          <ClockLine key={`${row.tipId} ${row.clock.key}`} clock={row.clock} head={<RowHead row={row} />} />
        ))}
      </ul>
      {board.hasNextPage ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-disabled={board.isFetchingNextPage}
          onClick={() => (board.isFetchingNextPage ? undefined : void board.fetchNextPage())}
        >
          {t.clocks.more}
        </button>
      ) : null}
      {first ? (
        <p className="small muted">
          {t.clocks.asOf} <Moment at={first.at} both />
        </p>
      ) : null}
      {rows.length > 0 && mayEverDo('exportClocks', role) ? (
        <Exports
          key={JSON.stringify(filter)}
          name="clocks"
          urlOf={(as) => requestFor('exportClocks', { query: { ...wishOf(filter), ...as } }, '').url}
        />
      ) : null}
      {mayEverDo('makeCalendarFeed', role) ? <Calendar /> : null}
    </div>
  )
}

const RowHead = ({ row }: { row: ClockRow }) => {
  const t = useMessages()
  const state = tipStates.find((each) => each === row.state)
  const stateWords = state ? t.states[state] : row.state
  return (
    <span className="cluster small">
      <Link to="/tips/$tipId" params={{ tipId: row.tipId }} hash="clocks">
        <strong>{t.clocks.tip(row.tipId)}</strong>
      </Link>
      <span className="muted">
        {[row.provider, row.place].filter((each) => each !== null && each !== '').join(' · ')}
      </span>
      {row.state === 'open' ? null : <span className="tag tag-quiet">{stateWords}</span>}
    </span>
  )
}

type FiltersProps = { filter: Filter; counts: Record<string, number>; onFilter: (filter: Filter) => void }

const Filters = ({ filter, counts, onFilter }: FiltersProps) => {
  const t = useMessages()
  const id = useId()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <form role="search" className="cluster" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="answer-field cluster">
        <legend className="sr-only">{t.clocks.show}</legend>
        {[false, true].map((past) => (
          <label key={String(past)}>
            <input
              type="radio"
              name={`${id}-past`}
              checked={filter.past === past}
              onChange={() => onFilter({ ...filter, past })}
            />{' '}
            {past ? t.clocks.past : t.clocks.running}
          </label>
        ))}
      </fieldset>
      <span className="cluster">
        <label htmlFor={`${id}-kind`}>{t.clocks.kind}</label>
        <select
          id={`${id}-kind`}
          className="usa-select"
          value={filter.kind}
          onChange={(event) =>
            onFilter({ ...filter, kind: clockKinds.find((each) => each === event.target.value) ?? '' })
          }
        >
          <option value="">{t.clocks.allKinds(all)}</option>
          {clockKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.clocks.kindCount(t.clocks.kinds[kind] ?? kind, counts[kind] ?? 0)}
            </option>
          ))}
        </select>
      </span>
      <label>
        <input
          type="checkbox"
          checked={filter.closed}
          onChange={(event) => onFilter({ ...filter, closed: event.target.checked })}
        />{' '}
        {t.clocks.closed}
      </label>
    </form>
  )
}
