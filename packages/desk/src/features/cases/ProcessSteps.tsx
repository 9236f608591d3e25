import type { LegalProcess, ProcessStep } from '@opentipline/contract'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Asked } from '../../ui/Asked.tsx'

type Step = { isPending: boolean; mutate: (step: ProcessStep) => void }

/** What somebody can say of legal process next: a day that has come, and what came. */
export const ProcessSteps = ({ process, step }: { process: LegalProcess; step: Step }) => {
  const { cases: words } = useMessages().loop
  const id = useId()
  const [on, setOn] = useState('')
  const [what, setWhat] = useState('')
  if (process.state === 'returned' || process.state === 'withdrawn') return null
  const goesOut = process.state === 'drafted'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (on === '' || step.isPending) return
    step.mutate(goesOut ? { step: 'sent', on } : { step: 'returned', on, what: what.trim() })
  }
  return (
    <form className="cluster no-print" onSubmit={submit}>
      <label className="small" htmlFor={`${id}-on`}>
        {goesOut ? words.wasSent : words.cameBack}
      </label>
      <input
        id={`${id}-on`}
        className="usa-input usa-input--small"
        type="date"
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      {goesOut ? null : (
        <>
          <label className="small" htmlFor={`${id}-what`}>
            {words.what}
          </label>
          <input
            id={`${id}-what`}
            className="usa-input usa-input--small"
            maxLength={500}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        </>
      )}
      <button
        type="submit"
        className="usa-button usa-button--outline usa-button--small"
        aria-disabled={step.isPending || on === ''}
      >
        {step.isPending ? words.saving : goesOut ? words.saveSent : words.saveBack}
      </button>
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-disabled={step.isPending}
        onClick={() => (step.isPending ? undefined : step.mutate({ step: 'withdrawn' }))}
      >
        {words.withdraw}
      </button>
      <Asked prompt="case" />
    </form>
  )
}
