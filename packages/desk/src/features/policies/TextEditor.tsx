import { type PolicyRemark, policyCharactersMax, type PolicyText } from '@opentipline/contract'
import { type RefObject, useId, useRef } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { lineStart } from './lines.ts'
import { Refused } from '../../ui/Told.tsx'

type Props = {
  policy: PolicyText
  text: string
  editable: boolean
  changed: boolean
  saving: boolean
  saved: boolean
  onText: (text: string) => void
  onSave: () => void
}

/** Height of one line of the text in px, as the style has it: to bring a line into sight. */
const lineHeightPx = 20

const useJump = (area: RefObject<HTMLTextAreaElement | null>) => (line: number) => {
  const field = area.current
  if (!field) return
  const start = lineStart(field.value, line)
  const end = field.value.indexOf('\n', start)
  field.focus()
  field.setSelectionRange(start, end === -1 ? field.value.length : end)
  field.scrollTop = Math.max(0, (line - 4) * lineHeightPx)
}

/** A policy as YAML with its lines numbered; each problem leads to its line. */
export const TextEditor = ({ policy, text, editable, changed, saving, saved, onText, onSave }: Props) => {
  const t = useMessages()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const jump = useJump(area)
  const bad = new Set(policy.problems.map(({ line }) => line))
  return (
    <Section level={2} id="text" title={<label htmlFor={id}>{t.policies.text}</label>}>
      <div className="policy-text">
        <pre ref={gutter} aria-hidden="true">
          {text.split('\n').map((_, index) => (
            <span key={index} className={bad.has(index + 1) ? 'has-problem' : undefined}>
              {bad.has(index + 1) ? '▶' : ''}
              {index + 1}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          id={id}
          value={text}
          readOnly={!editable}
          lang="en"
          spellCheck={false}
          maxLength={policyCharactersMax}
          aria-describedby={`${id}-problems`}
          onChange={(event) => onText(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
      {editable ? (
        <div className="cluster">
          <button
            type="button"
            className="usa-button usa-button--small"
            aria-disabled={!changed || saving}
            onClick={onSave}
          >
            {t.policies.save}
          </button>
          <span role="status">
            {saving ? t.policies.saving : changed ? t.policies.unsaved : saved ? t.policies.saved : ''}
          </span>
          <span className="small muted">{t.policies.keysAbout}</span>
        </div>
      ) : null}
      <div id={`${id}-problems`} className="stack-tight">
        <strong>{t.policies.problems(policy.problems.length)}</strong>
        <Remarks remarks={policy.problems} onLine={jump} />
      </div>
      {policy.remarks.length > 0 ? (
        <div className="stack-tight">
          <strong>{t.policies.remarks}</strong>
          <Remarks remarks={policy.remarks} onLine={jump} />
        </div>
      ) : null}
    </Section>
  )
}

type RemarksProps = { remarks: readonly PolicyRemark[]; onLine: (line: number) => void }

const Remarks = ({ remarks, onLine }: RemarksProps) => {
  const t = useMessages()
  return (
    <ul className="plain-list">
      {remarks.map(({ path, message, line, column }) => (
        <li key={`${path} ${line} ${message}`}>
          {line === undefined ? (
            <span className="mono">{path}</span>
          ) : (
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => onLine(line)}>
              {t.policies.line(line, column)}
            </button>
          )}
          : <Refused text={message} />
        </li>
      ))}
    </ul>
  )
}
