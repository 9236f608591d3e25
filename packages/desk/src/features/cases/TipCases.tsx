import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { useCaseWrite } from './useCaseWrite.ts'

/** The choice that opens a new case. */
const anew = ''

/** Puts a tip into a case of the agency, or opens one with it, and goes there. */
export const TipCases = ({ tipId }: { tipId: string }) => {
  const { cases: words } = useMessages().loop
  const { role } = useSession().actingFor
  if (!mayEverDo('openCase', role)) return null
  return (
    <Section id="cases" title={words.onTip} about={words.lead}>
      <PutIntoCase tipId={tipId} />
    </Section>
  )
}

const PutIntoCase = ({ tipId }: { tipId: string }) => {
  const { cases: words } = useMessages().loop
  const id = useId()
  const go = useNavigate()
  const open = useQuery(reading('listCases', { query: { state: 'open' } }))
  const [chosen, setChosen] = useState(anew)
  const [title, setTitle] = useState('')
  const put = useCaseWrite(() =>
    chosen === anew
      ? desk.call('openCase', { body: { title: title.trim(), tipIds: [tipId] } })
      : desk.call('addToCase', { params: { caseId: chosen }, body: { tipId } }),
  )
  const ready = chosen !== anew || title.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready || put.isPending) return
    put.mutate(undefined, {
      onSuccess: ({ row }) => void go({ to: '/cases/$caseId', params: { caseId: row.caseId } }),
    })
  }
  return (
    <form className="fields no-print" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={`${id}-case`}>
          {words.choose}
        </label>
        <select
          id={`${id}-case`}
          className="usa-select"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value={anew}>{words.newCase}</option>
          {(open.data?.cases ?? []).map((each) => (
            <option key={each.caseId} value={each.caseId}>
              {each.title} ({words.tips(each.tips)})
            </option>
          ))}
        </select>
      </div>
      {chosen === anew ? (
        <div>
          <label className="usa-label" htmlFor={`${id}-title`}>
            {words.newTitle}
          </label>
          <input
            id={`${id}-title`}
            className="usa-input"
            maxLength={120}
            aria-describedby={`${id}-hint`}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <span id={`${id}-hint`} className="small muted">
            {words.newTitleAbout}
          </span>
        </div>
      ) : null}
      <div className="cluster">
        <button
          type="submit"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={!ready || put.isPending}
        >
          {put.isPending ? words.saving : chosen === anew ? words.openIt : words.add}
        </button>
        <Asked prompt="case" />
      </div>
      {open.isError ? <ErrorNotice error={open.error} onRetry={() => void open.refetch()} /> : null}
      {put.isError ? <ErrorNotice error={put.error} /> : null}
    </form>
  )
}
