import { type AuthorityKind, authorityKinds, type AuthorityRequest } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type Draft = Record<'court' | 'number' | 'dated' | 'returnedBy' | 'givenBy' | 'note', string>
const empty: Draft = { court: '', number: '', dated: '', returnedBy: '', givenBy: '', note: '' }

/** What each kind is recorded with; the first ones it cannot do without. */
const fieldsOf: Record<AuthorityKind, { needed: (keyof Draft)[]; more: (keyof Draft)[] }> = {
  warrant: { needed: ['court', 'number', 'dated'], more: ['returnedBy'] },
  consent: { needed: ['givenBy'], more: ['dated'] },
  exigency: { needed: [], more: [] },
  'counsel reading': { needed: ['givenBy'], more: ['dated'] },
}
const isDay = (name: keyof Draft): boolean => name === 'dated' || name === 'returnedBy'

type Props = { tipId: string; fileId: string; onDone: () => void }

/** Records what an officer holds for this one file. Nothing is filled in beforehand, and no kind is chosen. */
export const AuthorityForm = ({ tipId, fileId, onDone }: Props) => {
  const t = useMessages()
  const id = useId()
  const [kind, setKind] = useState<AuthorityKind>()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: (body: AuthorityRequest) =>
      desk.call('recordFileAuthority', { params: { tipId, fileId }, body }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['listFiles'] })
      onDone()
    },
  })
  const fields = kind ? [...fieldsOf[kind].needed, ...fieldsOf[kind].more] : []
  const missing =
    !kind || [...fieldsOf[kind].needed, 'note' as const].some((name) => draft[name].trim() === '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!kind || missing || send.isPending) return
    const given = Object.fromEntries(
      fields.flatMap((name) => (draft[name].trim() === '' ? [] : [[name, draft[name].trim()]])),
    )
    send.mutate({ ...given, kind, note: draft.note.trim() })
  }
  return (
    <form className="stack route-form no-print" onSubmit={submit}>
      <fieldset className="plain-choice">
        <legend>{t.files.authorityKind}</legend>
        <div className="cluster">
          {authorityKinds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === each}
                onChange={() => setKind(each)}
              />{' '}
              {t.files.authorityKinds[each]}
            </label>
          ))}
        </div>
      </fieldset>
      {[...fields, 'note' as const].map((name) => (
        <div key={name}>
          <label className="usa-label" htmlFor={`${id}-${name}`}>
            {t.files.authorityFields[name]}
          </label>
          <input
            id={`${id}-${name}`}
            className="usa-input"
            type={isDay(name) ? 'date' : 'text'}
            maxLength={name === 'note' ? 4000 : 200}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </div>
      ))}
      {tried && missing ? (
        <p className="field-error" role="alert">
          {t.files.authorityMissing}
        </p>
      ) : null}
      {send.isError ? <ErrorNotice error={send.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={send.isPending}>
          {t.files.recordAuthority}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onDone}>
          {t.judging.cancel}
        </button>
        <span role="status">{send.isPending ? t.judging.sending : ''}</span>
      </div>
      <Asked prompt="authority for a file" />
    </form>
  )
}
