import { checklistCharactersMax, type ChecklistsView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { LinedText } from '../../ui/LinedText.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useChecklistWords } from './useChecklistWords.ts'

/** The agency's own text, checked before it is kept; a new version each time. */
export const OwnListsEditor = ({ view, onDone }: { view: ChecklistsView; onDone: () => void }) => {
  const words = useChecklistWords()
  const { documents } = useMessages()
  const [newest] = view.versions
  const [text, setText] = useState(
    newest?.text ?? `asOf: "${view.asOf}"\nlists: []\nadds: []\nrequires: []\n`,
  )
  const check = useMutation({ mutationFn: () => desk.call('checkOwnChecklists', { body: { text } }) })
  const save = useMutation({
    mutationFn: (because: string) =>
      desk.call('saveOwnChecklists', { body: { text, because, basedOn: newest?.version ?? 0 } }),
    onSuccess: (answer) => {
      queryClient.setQueryData(['readChecklists', {}], answer)
      void queryClient.invalidateQueries({ queryKey: ['readTipChecklists'] })
      onDone()
    },
  })
  const problems = check.data?.problems ?? []
  return (
    <ReasonForm
      prompt="own checklists"
      send={words.save}
      busy={save.isPending}
      error={save.error}
      onSend={(because) => save.mutate(because)}
      onCancel={onDone}
    >
      <LinedText
        label={words.text}
        value={text}
        charactersMax={checklistCharactersMax}
        rows={16}
        onText={(next) => {
          setText(next)
          check.reset()
        }}
        faults={problems}
        faultsSaid={words.problems(problems.length)}
        line={documents.line}
        toLine={documents.toLine}
        status={check.isPending ? words.checking : check.data && problems.length === 0 ? words.inOrder : ''}
      >
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={check.isPending}
          onClick={() => (check.isPending ? undefined : check.mutate())}
        >
          {words.check}
        </button>
      </LinedText>
      {check.isError ? <ErrorNotice error={check.error} /> : null}
    </ReasonForm>
  )
}
