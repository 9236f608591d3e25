import type { TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { assignEn } from '../../messages/assign.en.ts'
import { assignEs } from '../../messages/assign.es.ts'
import { wordsOf } from '../../messages/wordsOf.ts'
import { desk, reading } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useSession } from '../people/session.ts'
import { renewTip } from '../tips/useTipWrite.ts'

const useWords = wordsOf(assignEn, assignEs)

/** Whose the tip is within the agency. It forbids nobody to work on it, and asks nothing by any day. */
export const AssignLine = ({ tip: { row } }: { tip: TipDetail }) => {
  const words = useWords()
  const { actingFor, person } = useSession()
  const [open, setOpen] = useState(false)
  const assign = useMutation({
    mutationFn: (personId: string | null) =>
      desk.call('assignTip', { params: { tipId: row.tipId }, body: { personId } }),
    onSuccess: async () => {
      setOpen(false)
      await renewTip(row.tipId)
    },
  })
  if (!mayEverDo('assignTip', actingFor.role)) return null
  const { assigned } = row
  const told = assigned ? (assigned.own ? words.mine : words.colleague(assigned.name)) : words.nobody
  const send = (personId: string | null) => (assign.isPending ? undefined : assign.mutate(personId))
  return (
    <div className="cluster small no-print">
      <span role="status" className={assigned ? '' : 'muted'}>
        {assign.isPending ? words.sending : told}
      </span>
      {assigned?.own ? null : (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => send(person.personId)}
        >
          {words.take}
        </button>
      )}
      {open ? (
        <AssignForm onSend={send} onCancel={() => setOpen(false)} />
      ) : (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => setOpen(true)}>
          {words.change}
        </button>
      )}
      {assign.isError ? <ErrorNotice error={assign.error} /> : null}
    </div>
  )
}

type FormProps = { onSend: (personId: string | null) => void; onCancel: () => void }

const AssignForm = ({ onSend, onCancel }: FormProps) => {
  const words = useWords()
  const id = useId()
  const [chosen, setChosen] = useState('')
  const list = useQuery({ ...reading('listColleagues', {}), staleTime: 600_000 })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSend(chosen === '' ? null : chosen)
  }
  return (
    <form className="cluster" onSubmit={submit}>
      <label htmlFor={id}>{words.whose}</label>
      <select
        id={id}
        className="usa-select"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{words.none}</option>
        {list.data?.colleagues.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className="usa-button usa-button--small">
        {words.send}
      </button>
      <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
        {words.cancel}
      </button>
      {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      <Asked prompt="assignment" />
    </form>
  )
}
