import type { TemplateHead } from '@opentipline/contract'
import { useId } from 'react'
import { useMessages } from '../../messages/messages.tsx'

/** Characters of one value at most, as the contract has it. */
const enteredCharactersMax = 2_000

type Props = {
  asks: TemplateHead['asks']
  entered: Readonly<Record<string, string>>
  onEntered: (entered: Record<string, string>) => void
}

/** What a template asks of the person: it stands in the document as their word. The labels are the template's own. */
export const AskFields = ({ asks, entered, onEntered }: Props) => {
  const { documents: words } = useMessages()
  const id = useId()
  return (
    <div className="field-grid">
      {asks.map((ask) => (
        <div key={ask.id}>
          <label className="usa-label" htmlFor={`${id}-${ask.id}`}>
            <span lang="en">{ask.label}</span>{' '}
            <span className="muted small">({ask.required ? words.needed : words.ifAny})</span>
          </label>
          <textarea
            id={`${id}-${ask.id}`}
            className="usa-textarea document-ask"
            rows={1}
            maxLength={enteredCharactersMax}
            value={entered[ask.id] ?? ''}
            onChange={(event) => onEntered({ ...entered, [ask.id]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
