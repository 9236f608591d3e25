import { templateCharactersMax, type TemplateText } from '@opentipline/contract'
import { useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'

type Props = {
  before: string
  problems: TemplateText['problems']
  busy: boolean
  error: unknown
  onSave: (wish: { text: string; because: string }) => void
  onChange: () => void
  onCancel: () => void
}

/** Where a line of a text begins and ends, counted from 1. */
const lineSpan = (text: string, line: number): [number, number] => {
  const lines = text.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return [from, from + (lines[line - 1]?.length ?? 0)]
}

/** The agency's own text; its faults are told by line, and each leads there. */
export const TemplateEditor = ({ before, problems, busy, error, onSave, onChange, onCancel }: Props) => {
  const { documents: words } = useMessages()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(before)
  const goTo = (line: number): void => {
    const field = area.current
    if (!field) return
    field.focus()
    field.setSelectionRange(...lineSpan(text, line))
    field.scrollTop = (field.scrollHeight / text.split('\n').length) * Math.max(0, line - 4)
  }
  return (
    <ReasonForm
      prompt="document template"
      send={words.save}
      busy={busy}
      error={error}
      onSend={(because) => onSave({ text, because })}
      onCancel={onCancel}
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {words.text}
        </label>
        <textarea
          id={id}
          ref={area}
          className="usa-textarea mono template-text"
          rows={20}
          wrap="off"
          spellCheck={false}
          maxLength={templateCharactersMax}
          lang="en"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            onChange()
          }}
        />
      </div>
      <div role="status">
        {problems.length > 0 ? (
          <>
            <p className="field-error">{words.faults(problems.length)}</p>
            <ul className="plain-list">
              {problems.map(({ path, message, line }) => (
                <li key={`${line} ${path} ${message}`}>
                  {line === undefined ? null : (
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled"
                      aria-label={words.toLine(line)}
                      onClick={() => goTo(line)}
                    >
                      {words.line(line)}
                    </button>
                  )}{' '}
                  <span lang="en">
                    {path} {message}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </ReasonForm>
  )
}
