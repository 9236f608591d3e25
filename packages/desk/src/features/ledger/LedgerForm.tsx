import { requestFor } from '@opentipline/client/desk'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { ProvenDownload } from '../people/ProvenDownload.tsx'
import { filterOf, ledgerParts, type LedgerSearch, readLedgerSearch } from './search.ts'

type Props = { search: LedgerSearch; actions: readonly string[]; onSame: () => void }

/** What to look for. It is looked for when asked and not while one types: each search is recorded. */
export const LedgerForm = ({ search, actions, onSame }: Props) => {
  const t = useMessages()
  const id = useId()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(search)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wish = readLedgerSearch(draft)
    if (JSON.stringify(wish) === JSON.stringify(search)) onSame()
    else void navigate({ to: '/ledger', search: wish })
  }
  const field = (name: (typeof ledgerParts)[number], type: 'text' | 'datetime-local') => (
    <div>
      <label className="usa-label" htmlFor={`${id}-${name}`}>
        {t.ledger[name]}
      </label>
      <input
        id={`${id}-${name}`}
        className="usa-input"
        type={type}
        maxLength={256}
        value={draft[name] ?? ''}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    </div>
  )
  return (
    <form className="ledger-form" role="search" aria-label={t.ledger.search} onSubmit={submit}>
      {field('person', 'text')}
      {field('objectKind', 'text')}
      {field('objectId', 'text')}
      <div>
        <label className="usa-label" htmlFor={`${id}-action`}>
          {t.ledger.action}
        </label>
        <select
          id={`${id}-action`}
          className="usa-select"
          value={draft.action ?? ''}
          onChange={(event) => setDraft({ ...draft, action: event.target.value })}
        >
          <option value="">{t.ledger.anyAction}</option>
          {[...new Set([...actions, ...(draft.action ? [draft.action] : [])])].toSorted().map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      {field('from', 'datetime-local')}
      {field('to', 'datetime-local')}
      <div className="cluster ledger-acts">
        <button type="submit" className="usa-button usa-button--small">
          {t.ledger.find}
        </button>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => {
            setDraft({})
            void navigate({ to: '/ledger', search: {} })
          }}
        >
          {t.ledger.clear}
        </button>
        {/* A stream of any length: the browser writes it as it comes, and knows when it is whole. */}
        <ProvenDownload
          href={requestFor('exportLedger', { query: filterOf(search) }, '').url}
          name="ledger.ndjson"
        >
          {t.ledger.export}
        </ProvenDownload>
        <span className="small muted">{t.ledger.exportAbout}</span>
      </div>
    </form>
  )
}
