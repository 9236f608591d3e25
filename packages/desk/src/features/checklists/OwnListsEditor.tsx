import { checklistCharactersMax, type ChecklistsView } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { desk, queryClient } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useChecklistWords } from './useChecklistWords.ts'

/** The agency's own text, checked before it is kept; a new version each time. */
export const OwnListsEditor = ({ view, onDone }: { view: ChecklistsView; onDone: () => void }) => {
  const words = useChecklistWords()
  const id = useId()
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
  return (
    <ReasonForm
      prompt="own checklists"
      send={words.save}
      busy={save.isPending}
      error={save.error}
      onSend={(because) => save.mutate(because)}
      onCancel={onDone}
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {words.text}
        </label>
        <textarea
          id={id}
          className="usa-textarea mono template-text"
          rows={16}
          wrap="off"
          spellCheck={false}
          maxLength={checklistCharactersMax}
          lang="en"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            check.reset()
          }}
        />
      </div>
      <div className="cluster">
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--small"
          aria-disabled={check.isPending}
          onClick={() => (check.isPending ? undefined : check.mutate())}
        >
          {words.check}
        </button>
        <div role="status">
          {check.isPending ? words.checking : ''}
          {check.data?.problems.length === 0 ? words.inOrder : ''}
          {check.data && check.data.problems.length > 0 ? (
            <>
              <p className="field-error">{words.problems(check.data.problems.length)}</p>
              <ul className="plain-list">
                {check.data.problems.map(({ path, message, line }) => (
                  <li key={`${path} ${message}`}>
                    {words.line(line ?? 1)}: <span lang="en">{message}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
      {check.isError ? <ErrorNotice error={check.error} /> : null}
    </ReasonForm>
  )
}
