import type { PromptId } from '@opentipline/domain'
import { useMessages } from '../messages/messages.tsx'
import { Asked } from './Asked.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'

type Props = {
  /** What is done, on the button that does it. */
  send: string
  busy: boolean
  /** Told while it is on its way, where “sending” would say something else. */
  working?: string | undefined
  error: unknown
  /** What is missing, where somebody tried without it. */
  missing?: string | undefined
  /** Told beside the button while nothing is on its way. */
  done?: string | undefined
  onCancel?: (() => void) | undefined
  /** The line of the catalogue of prompts that it is asked by. */
  prompt: PromptId
}

/** How every form ends: what is missing, what went wrong, what sends it, what leaves it, and by what authority it asks. */
export const FormEnd = (props: Props) => {
  const { send, busy, error, missing, done, onCancel, prompt } = props
  const t = useMessages()
  return (
    <>
      {missing ? (
        <p className="field-error" role="alert">
          {missing}
        </p>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={busy}>
          {send}
        </button>
        {onCancel ? (
          <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
            {t.judging.cancel}
          </button>
        ) : null}
        <span role="status">{busy ? (props.working ?? t.judging.sending) : (done ?? '')}</span>
        <Asked prompt={prompt} />
      </div>
    </>
  )
}
