import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { isFiltered, type QueueSearch } from './search.ts'

type Props = { search: QueueSearch; providers: readonly string[]; bands: readonly string[] }

const useSetFilter = () => {
  const navigate = useNavigate()
  return (change: QueueSearch) =>
    void navigate({ to: '/queue', search: (before) => dropEmpty({ ...before, ...change }), replace: true })
}

const dropEmpty = (search: QueueSearch): QueueSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== undefined))

/** Search and filters. They stand in the address, so that the view can be shared. */
export const QueueFilters = ({ search, providers, bands }: Props) => {
  const t = useMessages()
  const set = useSetFilter()
  return (
    <div className="filters" role="search" aria-label={t.queue.filters}>
      <SearchBox value={search.search ?? ''} onSearch={(text) => set({ search: text })} />
      <Choice
        label={t.queue.provider}
        any={t.queue.anyProvider}
        value={search.provider ?? ''}
        options={providers}
        onChoose={(provider) => set({ provider })}
      />
      <Choice
        label={t.queue.band}
        any={t.queue.anyBand}
        value={search.band ?? ''}
        options={bands}
        onChoose={(band) => set({ band })}
      />
      {isFiltered(search) ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => set({ search: '', provider: '', band: '' })}
        >
          {t.queue.clear}
        </button>
      ) : null}
    </div>
  )
}

const SearchBox = ({ value, onSearch }: { value: string; onSearch: (text: string) => void }) => {
  const t = useMessages()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form className="search-box" onSubmit={submit}>
      <label className="sr-only" htmlFor="queue-search">
        {t.queue.search}: {t.queue.searchHint}
      </label>
      <input
        id="queue-search"
        type="search"
        className="usa-input"
        placeholder={t.queue.searchHint}
        maxLength={200}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="usa-button usa-button--small">
        <Icon name="search" /> {t.queue.search}
      </button>
    </form>
  )
}

type ChoiceProps = {
  label: string
  any: string
  value: string
  options: readonly string[]
  onChoose: (value: string) => void
}

const Choice = ({ label, any, value, options, onChoose }: ChoiceProps) => {
  const id = useId()
  const all = value && !options.includes(value) ? [value, ...options] : options
  return (
    <div>
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="usa-select" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{any}</option>
        {all.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  )
}
