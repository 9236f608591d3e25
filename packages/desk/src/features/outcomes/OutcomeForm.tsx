import type { OutcomeRequest } from '@opentipline/contract'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { emptyOutcome, OutcomeFields } from './OutcomeFields.tsx'

type Props = {
  busy: boolean
  error: unknown
  onSend: (wish: OutcomeRequest) => void
  onCancel?: () => void
  /** Whether what stands before the fields is complete. */
  ready?: boolean
  children?: ReactNode
}

/** The whole form; what was entered stays until the server has said yes. */
export const OutcomeForm = ({ busy, error, onSend, onCancel, ready = true, children }: Props) => {
  const { outcome: words } = useMessages().loop
  const [draft, setDraft] = useState(emptyOutcome)
  const [tried, setTried] = useState(false)
  const complete = draft.results.length > 0 && ready
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete && !busy) onSend(draft)
  }
  return (
    <form className="stack no-print" onSubmit={submit}>
      {children}
      <OutcomeFields draft={draft} onDraft={setDraft} />
      {tried && !complete ? (
        <p className="field-error" role="alert">
          {words.chooseOne}
        </p>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={busy}>
          {busy ? words.telling : words.tell}
        </button>
        {onCancel ? (
          <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
            {words.cancel}
          </button>
        ) : null}
        <Asked prompt="outcome" />
      </div>
    </form>
  )
}
