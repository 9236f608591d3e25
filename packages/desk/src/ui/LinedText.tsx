import { type ReactNode, useId, useRef } from 'react'
import { Refused } from './Told.tsx'

/** Something about a text, with the line it is on, from 1, where it is on one. */
export type LineFault = { path: string; message: string; line?: number | undefined }

type Props = {
  label: string
  value: string
  charactersMax: number
  rows: number
  onText: (text: string) => void
  /** Faults, with what is said of their number. */
  faults: readonly LineFault[]
  faultsSaid: string
  line: (line: number) => string
  toLine: (line: number) => string
  /** What is said while there is no fault, and what stands beside that. */
  status?: ReactNode
  children?: ReactNode
}

/** Where a line of a text begins and ends, counted from 1. */
const lineSpan = (text: string, line: number): [number, number] => {
  const lines = text.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return [from, from + (lines[line - 1]?.length ?? 0)]
}

/** A text in lines, such as YAML; its faults are told by line, and each leads there. */
export const LinedText = (props: Props) => {
  const { label, value, charactersMax, rows, onText, faults, faultsSaid } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const goTo = (line: number): void => {
    const field = area.current
    if (!field) return
    field.focus()
    field.setSelectionRange(...lineSpan(value, line))
    field.scrollTop = (field.scrollHeight / value.split('\n').length) * Math.max(0, line - 4)
  }
  return (
    <>
      <div>
        <label className="usa-label" htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          ref={area}
          className="usa-textarea mono template-text"
          rows={rows}
          wrap="off"
          spellCheck={false}
          maxLength={charactersMax}
          lang="en"
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      {props.children}
      <div role="status">
        {props.status}
        {faults.length > 0 ? (
          <>
            <p className="field-error">{faultsSaid}</p>
            <ul className="plain-list">
              {faults.map(({ path, message, line }) => (
                <li key={`${line} ${path} ${message}`}>
                  {line === undefined ? null : (
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled"
                      aria-label={props.toLine(line)}
                      onClick={() => goTo(line)}
                    >
                      {props.line(line)}
                    </button>
                  )}{' '}
                  {path} <Refused text={message} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </>
  )
}
