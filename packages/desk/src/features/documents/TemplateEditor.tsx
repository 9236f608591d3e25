import { templateCharactersMax, type TemplateText } from '@opentipline/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { LinedText } from '../../ui/LinedText.tsx'
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

/** The agency's own text; its faults are told by line, and each leads there. */
export const TemplateEditor = ({ before, problems, busy, error, onSave, onChange, onCancel }: Props) => {
  const { documents: words } = useMessages()
  const [text, setText] = useState(before)
  return (
    <ReasonForm
      prompt="document template"
      send={words.save}
      busy={busy}
      error={error}
      onSend={(because) => onSave({ text, because })}
      onCancel={onCancel}
    >
      <LinedText
        label={words.text}
        value={text}
        charactersMax={templateCharactersMax}
        rows={20}
        onText={(next) => {
          setText(next)
          onChange()
        }}
        faults={problems}
        faultsSaid={words.faults(problems.length)}
        line={words.line}
        toLine={words.toLine}
      />
    </ReasonForm>
  )
}
