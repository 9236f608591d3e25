import type { PromptId } from '@opentipline/domain'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { FormEnd } from './FormEnd.tsx'

/** Characters of a reason at most, as the contract has it. */
const reasonCharactersMax = 2000

type Props = {
  /** What is done, on the button that does it. */
  send: string
  busy: boolean
  error: unknown
  onSend: (because: string) => void
  onCancel: () => void
  /** What else is to be entered, before the reason. */
  children?: ReactNode
  /** The line of the catalogue of prompts that it is asked by. */
  prompt?: PromptId
}

/** A small form for an act that needs a reason. What was written stays until the server has said yes. */
export const ReasonForm = ({ send, busy, error, onSend, onCancel, children, prompt = 'reason' }: Props) => {
  const t = useMessages()
  const id = useId()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const complete = because.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete && !busy) onSend(because.trim())
  }
  return (
    <form className="stack route-form no-print" onSubmit={submit}>
      {children}
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.judging.because}
        </label>
        <textarea
          id={id}
          className="usa-textarea"
          rows={2}
          maxLength={reasonCharactersMax}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </div>
      <FormEnd
        send={send}
        busy={busy}
        error={error}
        missing={tried && !complete ? t.judging.becauseMissing : undefined}
        onCancel={onCancel}
        prompt={prompt}
      />
    </form>
  )
}
