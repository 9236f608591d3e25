import type { ServingAnswer } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { type AreaSearch, servingQuery } from './areaSearch.ts'
import { MarkTag } from './MarkTag.tsx'
import { useClearinghouseWords } from './words.ts'
import { Told } from '../../ui/Told.tsx'

/** Asks for one place who would receive a report from there; the question is in the address. */
export const Serving = ({ search }: { search: AreaSearch }) => {
  const { areas: words } = useClearinghouseWords()
  const query = servingQuery(search)
  return (
    <Section level={2} id="serving" title={words.ask} about={words.askAbout}>
      <ServingForm search={search} />
      {query ? <Answer query={query} /> : null}
    </Section>
  )
}

const ServingForm = ({ search }: { search: AreaSearch }) => {
  const { areas: words } = useClearinghouseWords()
  const id = useId()
  const go = useNavigate()
  const [draft, setDraft] = useState<AreaSearch>(search)
  const [tried, setTried] = useState(false)
  const complete = servingQuery(draft) !== undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete) void go({ to: '/clearinghouse/areas', search: draft })
  }
  return (
    <form role="search" className="stack no-print" onSubmit={submit}>
      <div className="fields">
        <div>
          <label className="usa-label" htmlFor={`${id}-where`}>
            {words.where}
          </label>
          <span id={`${id}-hint`} className="small muted">
            {words.whereHint}
          </span>
          <input
            id={`${id}-where`}
            className="usa-input"
            maxLength={100}
            aria-describedby={`${id}-hint`}
            value={draft.where ?? ''}
            onChange={(event) => setDraft({ ...draft, where: event.target.value })}
          />
        </div>
        <div>
          <label className="usa-label" htmlFor={`${id}-state`}>
            {words.state}
          </label>
          <select
            id={`${id}-state`}
            className="usa-select"
            value={draft.in ?? ''}
            onChange={(event) => {
              const { in: _before, ...others } = draft
              setDraft(event.target.value ? { ...others, in: event.target.value } : others)
            }}
          >
            <option value="">{words.anyState}</option>
            {usStates.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="usa-label" htmlFor={`${id}-on`}>
            {words.on}
          </label>
          <input
            id={`${id}-on`}
            className="usa-input"
            type="date"
            value={draft.on ?? new Date().toISOString().slice(0, 10)}
            onChange={(event) => setDraft({ ...draft, on: event.target.value })}
          />
        </div>
        <div>
          <button type="submit" className="usa-button">
            {words.find}
          </button>
        </div>
      </div>
      {tried && !complete ? (
        <p className="field-error" role="alert">
          {words.missing}
        </p>
      ) : null}
    </form>
  )
}

const Answer = ({ query }: { query: NonNullable<ReturnType<typeof servingQuery>> }) => {
  const found = useQuery({ ...reading('findServing', { query }), staleTime: 60_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
  return <Found answer={found.data} />
}

const Found = ({ answer }: { answer: ServingAnswer }) => {
  const { areas: words, confidences } = useClearinghouseWords()
  const { agency, county, confidence } = answer
  return (
    <div role="status">
      <Notice tone={agency && confidence !== 'low' ? 'good' : 'warn'}>
        <strong>{agency ? agency.name : words.nobody}</strong>
        <span>
          <Told text={answer.because} />
        </span>
        {answer.missing.map((each) => (
          <span key={each}>
            <Told text={each} />
          </span>
        ))}
        {answer.countyCaveat ? (
          <span>
            <Told text={answer.countyCaveat} />
          </span>
        ) : null}
      </Notice>
      <Facts
        facts={[
          {
            name: words.entry,
            value: agency ? (
              <span className="cluster">
                <span className="tag">{confidences[confidence]}</span> <MarkTag mark={agency.mark} />
              </span>
            ) : null,
          },
          { name: words.county, value: county ? `${county.name} (${county.fips})` : null },
          { name: words.near, value: county?.near.join(', ') },
          { name: words.source, value: county?.source },
          { name: words.on, value: answer.on },
        ]}
      />
    </div>
  )
}
