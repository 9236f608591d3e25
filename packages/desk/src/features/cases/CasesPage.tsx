import { requestFor } from '@opentipline/client/desk'
import type { CaseRow, CaseState } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Exports } from '../exports/Exports.tsx'

/** The agency's cases, open or closed. */
export const CasesPage = ({ state }: { state: CaseState }) => {
  const t = useMessages()
  const words = t.loop.cases
  useTitle(words.title)
  const cases = useQuery(reading('listCases', { query: { state } }))
  const counts = cases.data?.counts
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      <nav className="cluster" aria-label={words.state}>
        {(['open', 'closed'] as const).map((each) => (
          <Link
            key={each}
            to="/cases"
            search={each === 'open' ? {} : { shown: each }}
            className={`usa-button usa-button--small ${each === state ? '' : 'usa-button--outline'}`}
            aria-current={each === state ? 'page' : undefined}
          >
            {words[each]} {counts ? `(${counts[each]})` : ''}
          </Link>
        ))}
      </nav>
      {cases.isPending ? <Loading /> : null}
      {cases.isError ? <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} /> : null}
      {cases.data?.cases.length === 0 ? (
        <p className="muted">{state === 'open' ? words.noneOpen : words.none}</p>
      ) : null}
      <ul className="line-list">
        {(cases.data?.cases ?? []).map((each) => (
          <CaseLine key={each.caseId} row={each} />
        ))}
      </ul>
      {cases.data && cases.data.cases.length > 0 ? (
        <Exports
          key={state}
          name="cases"
          urlOf={(as) => requestFor('exportCases', { query: { state, ...as } }, '').url}
        />
      ) : null}
    </div>
  )
}

const CaseLine = ({ row }: { row: CaseRow }) => {
  const { cases: words } = useMessages().loop
  const facts = [
    words.tips(row.tips),
    row.openTasks > 0 ? words.tasksOpen(row.openTasks) : undefined,
    row.awaited > 0 ? words.awaited(row.awaited) : undefined,
    words.withOutcome(row.withOutcome, row.tips),
  ].filter((fact) => fact !== undefined)
  return (
    <li className="line">
      <span className="cluster">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="strong">
          {row.title}
        </Link>
        <span className="tag tag-quiet">
          {words.name} {row.caseId}
        </span>
      </span>
      <span className="small">{facts.join(' · ')}</span>
      <span className="small muted">
        {words.opened} <Moment at={row.openedAt} />, {words.by(row.openedBy)}
      </span>
    </li>
  )
}
