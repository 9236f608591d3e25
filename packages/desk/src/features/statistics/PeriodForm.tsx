import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import type { PeriodSearch } from './search.ts'

type Props = {
  to: '/statistics' | '/scorecards'
  shown: { from: string; to: string } | undefined
  search: PeriodSearch
}

/** The period that is counted, in days of UTC; it is in the address, so that a page of counts can be sent on. */
export const PeriodForm = ({ to, shown, search }: Props) => {
  const { statistics: words } = useMessages().loop
  const id = useId()
  const go = useNavigate()
  const [draft, setDraft] = useState<PeriodSearch>(search)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void go({ to, search: draft })
  }
  return (
    <form className="cluster no-print" role="search" onSubmit={submit}>
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className="cluster">
          <label htmlFor={`${id}-${end}`}>{words[end]}</label>
          <input
            id={`${id}-${end}`}
            className="usa-input usa-input--small"
            type="date"
            value={draft[end] ?? shown?.[end] ?? ''}
            onChange={(event) => setDraft({ ...draft, [end]: event.target.value || undefined })}
          />
        </span>
      ))}
      <button type="submit" className="usa-button usa-button--outline usa-button--small">
        {words.show}
      </button>
    </form>
  )
}
