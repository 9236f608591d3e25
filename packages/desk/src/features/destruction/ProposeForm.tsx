import { type DestructionBasis, type DestructionRequest, destructionBases } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { desk, queryClient } from '../../platform/api.ts'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { useWords } from './useWords.ts'

type Field = 'court' | 'number' | 'dated' | 'rule'
const fieldsOf: Record<DestructionBasis, readonly Field[]> = {
  order: ['court', 'number', 'dated'],
  'retention rule': ['rule'],
}
const longest: Record<Field, number> = { court: 300, number: 200, dated: 10, rule: 300 }
const empty: Record<Field, string> = { court: '', number: '', dated: '', rule: '' }

/** Proposes a destruction. Nothing is filled in beforehand but the file's number, and no basis is chosen. */
export const ProposeForm = ({ file }: { file: string }) => {
  const w = useWords()
  const id = useId()
  const [fileId, setFileId] = useState(file)
  const [basis, setBasis] = useState<DestructionBasis>()
  const [draft, setDraft] = useState(empty)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const fields = basis ? fieldsOf[basis] : []
  const missing =
    !basis || [fileId, because, ...fields.map((name) => draft[name])].some((value) => value.trim() === '')
  const send = useMutation({
    mutationFn: (body: DestructionRequest) =>
      desk.call('proposeDestruction', { params: { fileId: fileId.trim() }, body }),
    onSuccess: () => {
      setDraft(empty)
      setBecause('')
      setTried(false)
      void queryClient.invalidateQueries({ queryKey: ['listDestructions'] })
      void queryClient.invalidateQueries({ queryKey: ['listFiles'] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!basis || missing || send.isPending) return
    const given = Object.fromEntries(fields.map((name) => [name, draft[name].trim()]))
    send.mutate({ ...given, basis, because: because.trim() })
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <div>
        <label className="usa-label" htmlFor={`${id}-file`}>
          {w.fileId}
        </label>
        <input
          id={`${id}-file`}
          className="usa-input mono"
          maxLength={64}
          value={fileId}
          onChange={(event) => setFileId(event.target.value)}
        />
      </div>
      <fieldset className="plain-choice">
        <legend>{w.basis}</legend>
        <div className="cluster">
          {destructionBases.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-basis`}
                checked={basis === each}
                onChange={() => setBasis(each)}
              />{' '}
              {w.bases[each]}
            </label>
          ))}
        </div>
      </fieldset>
      {fields.map((name) => (
        <div key={name}>
          <label className="usa-label" htmlFor={`${id}-${name}`}>
            {w.fields[name]}
          </label>
          <input
            id={`${id}-${name}`}
            className="usa-input"
            type={name === 'dated' ? 'date' : 'text'}
            maxLength={longest[name]}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </div>
      ))}
      <div>
        <label className="usa-label" htmlFor={`${id}-because`}>
          {w.because}
        </label>
        <textarea
          id={`${id}-because`}
          className="usa-textarea"
          rows={3}
          maxLength={4000}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </div>
      <FormEnd
        send={w.send}
        busy={send.isPending}
        error={send.error}
        missing={tried && missing ? w.missing : undefined}
        done={send.isSuccess ? w.proposed : undefined}
        prompt="file destruction"
      />
    </form>
  )
}
