import type { UnroutedItem } from '@opentipline/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Age } from '../../ui/Moment.tsx'
import { CorrectPlace } from './CorrectPlace.tsx'
import { useClearinghouseWords } from './words.ts'

type Props = { item: UnroutedItem; onRouted: (agency: string) => void }

/** A report that no rule could route: what is missing, and the form for a person to route it. */
export const UnroutedLine = ({ item, onRouted }: Props) => {
  const t = useMessages()
  const words = useClearinghouseWords()
  const [open, setOpen] = useState(false)
  return (
    <li className="line">
      <span className="cluster">
        <Link to="/clearinghouse/review" search={{ report: item.reportId }} className="strong">
          {item.reportId}
        </Link>
        <span>{item.provider ?? t.queue.noProvider}</span>
        <span className="muted">
          {t.pipeline.since} <Age at={item.since} />
        </span>
      </span>
      {item.missing.length > 0 ? (
        <div className="small">
          <span className="muted">{t.pipeline.missing}:</span>
          <ul className="plain-list">
            {item.missing.map((each) => (
              <li key={each}>{words.missingWords[each] ?? each}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="cluster line-acts">
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t.pipeline.route}
        </button>
        <CorrectPlace
          reportId={item.reportId}
          onSaved={() => void queryClient.invalidateQueries({ queryKey: ['readPipeline'] })}
        />
      </div>
      {open ? <RouteForm reportId={item.reportId} onRouted={onRouted} /> : null}
    </li>
  )
}

type FormProps = { reportId: string; onRouted: (agency: string) => void }

const RouteForm = ({ reportId, onRouted }: FormProps) => {
  const t = useMessages()
  const id = useId()
  const agencies = useQuery({ ...reading('listAgencies', {}), staleTime: 600_000 })
  const choices = (agencies.data?.agencies ?? []).filter(({ kind }) => kind !== 'clearinghouse')
  const [agencyId, setAgencyId] = useState('')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const route = useMutation({
    mutationFn: () =>
      desk.call('routeByHand', { params: { reportId }, body: { agencyId, because: because.trim() } }),
    onSuccess: () => {
      // The line leaves the list with the renewal: the page says what happened to it.
      onRouted(choices.find((each) => each.agencyId === agencyId)?.name ?? agencyId)
      return queryClient.invalidateQueries({ queryKey: ['readPipeline'] })
    },
  })
  const complete = agencyId !== '' && because.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete && !route.isPending) route.mutate()
  }
  return (
    <form className="stack route-form" onSubmit={submit}>
      <Asked prompt="route by hand" />
      <div>
        <label className="usa-label" htmlFor={`${id}-agency`}>
          {t.pipeline.to}
        </label>
        <select
          id={`${id}-agency`}
          className="usa-select"
          value={agencyId}
          onChange={(event) => setAgencyId(event.target.value)}
        >
          <option value="">{agencies.isPending ? t.common.loading : t.decide.chooseAgency}</option>
          {choices.map((agency) => (
            <option key={agency.agencyId} value={agency.agencyId}>
              {agency.name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="usa-label" htmlFor={`${id}-because`}>
          {t.pipeline.because}
        </label>
        <textarea
          id={`${id}-because`}
          className="usa-textarea"
          rows={2}
          maxLength={1000}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </div>
      {tried && !complete ? (
        <p className="field-error" role="alert">
          {t.pipeline.becauseMissing}
        </p>
      ) : null}
      {agencies.isError ? (
        <ErrorNotice error={agencies.error} onRetry={() => void agencies.refetch()} />
      ) : null}
      {route.isError ? <ErrorNotice error={route.error} /> : null}
      <button type="submit" className="usa-button usa-button--small" aria-disabled={route.isPending}>
        {t.pipeline.send}
      </button>
    </form>
  )
}
