import type { ClockEntry, DocumentSentRequest, MadeDocument } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { desk, reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { instantOf, localZone, momentText } from '../../ui/time.ts'
import { Text } from '../clocks/ClockForm.tsx'
import { useDocumentWrite } from './useDocumentWrite.ts'

type Draft = { to: string; how: string; at: string; renews: string }
const empty: Draft = { to: '', how: '', at: '', renews: '' }

/** The request, or undefined while something is missing. A field's local time is told as UTC. */
const requestOf = (draft: Draft, isRenewal: boolean): DocumentSentRequest | undefined => {
  const at = new Date(draft.at)
  const [to, how] = [draft.to.trim(), draft.how.trim()]
  if (to === '' || how === '' || Number.isNaN(at.getTime()) || (isRenewal && draft.renews === ''))
    return undefined
  return { to, how, at: at.toISOString(), ...(isRenewal ? { renews: draft.renews } : {}) }
}

type Props = { tipId: string; made: MadeDocument; onDone: () => void }

/** A person's word that a document was sent, with what that word sets going said before it is given. */
export const SentForm = ({ tipId, made, onDone }: Props) => {
  const { documents: words } = useMessages()
  const id = useId()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const isRenewal = made.kind === 'preservation renewal'
  const send = useDocumentWrite(tipId, (body: DocumentSentRequest) =>
    desk.call('recordDocumentSent', { params: { tipId, madeId: made.madeId }, body }),
  )
  const request = requestOf(draft, isRenewal)
  const set = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (request && !send.isPending) send.mutate(request, { onSuccess: onDone })
  }
  const missing = isRenewal ? words.incompleteRenewal : words.incomplete
  const name = words.kinds[made.kind] ?? made.kind
  return (
    <form className="stack document-form no-print" onSubmit={submit} aria-label={words.sayOf(name)}>
      <Notice tone="info">{effectOf(made, words)}</Notice>
      <div className="field-grid">
        <Text id={`${id}-to`} label={words.to} value={draft.to} max={255} onText={(to) => set({ to })} />
        <Text id={`${id}-how`} label={words.how} value={draft.how} max={255} onText={(how) => set({ how })} />
        <div>
          <label className="usa-label" htmlFor={`${id}-at`}>
            {words.when(localZone())}
          </label>
          <input
            id={`${id}-at`}
            type="datetime-local"
            className="usa-input"
            value={draft.at}
            onChange={(event) => set({ at: event.target.value })}
          />
        </div>
        {isRenewal ? (
          <Letters
            tipId={tipId}
            id={`${id}-renews`}
            value={draft.renews}
            onValue={(renews) => set({ renews })}
          />
        ) : null}
      </div>
      <FormEnd
        send={words.sayIt}
        busy={send.isPending}
        working={words.saying}
        error={send.error}
        missing={tried && !request ? missing : undefined}
        onCancel={onDone}
        prompt="document sent"
      />
    </form>
  )
}

const effectOf = ({ kind }: MadeDocument, words: ReturnType<typeof useMessages>['documents']): string => {
  if (kind === 'preservation letter') return words.effects.letter
  return kind === 'preservation renewal' ? words.effects.renewal : words.effects.other
}

const isRunningLetter = (entry: ClockEntry): boolean =>
  entry.kind === 'preservation letter' && entry.renews === null && entry.ended === null

type LettersProps = { tipId: string; id: string; value: string; onValue: (value: string) => void }

/** The letters on record that a renewal can be of. */
const Letters = ({ tipId, id, value, onValue }: LettersProps) => {
  const t = useMessages()
  const language = useShownLanguage()
  const told = useQuery({ ...reading('readTipClocks', { params: { tipId } }), staleTime: Infinity })
  const letters = (told.data?.entries ?? []).filter(isRunningLetter)
  if (told.isError) return <ErrorNotice error={told.error} onRetry={() => void told.refetch()} />
  if (told.data && letters.length === 0) return <p className="small">{t.documents.noLetter}</p>
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {t.documents.renews}
      </label>
      <select id={id} className="usa-select" value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{t.documents.chooseLetter}</option>
        {letters.map((entry) => (
          <option key={entry.entryId} value={entry.entryId}>
            {t.clocks.renewalOf(entry.party, momentText(instantOf(entry.at) ?? 0, { language }))}
          </option>
        ))}
      </select>
    </div>
  )
}
