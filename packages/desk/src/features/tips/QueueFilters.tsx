import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { setPreference, useQueuePanel } from '../../platform/preferences.ts'
import { Icon } from '../../ui/Icon.tsx'
import { facetWords } from './facetWords.ts'
import { changed, filtersOf, type QueueSearch } from './search.ts'
import { Views } from './Views.tsx'

/** Changes the filters in the address, without a step in the history for each. */
export const useChangeSearch = () => {
  const navigate = useNavigate()
  return (change: Partial<Record<keyof QueueSearch, string | undefined>>) =>
    void navigate({ to: '/queue', search: (before) => changed(before, change), replace: true })
}

/** Search, what is filtered by, and the ways to the filters and the saved views. */
export const QueueFilters = ({ search }: { search: QueueSearch }) => {
  const t = useMessages()
  const change = useChangeSearch()
  const open = useQueuePanel()
  const filters = filtersOf(search)
  return (
    <div className="filters no-print" role="search" aria-label={t.queue.filters}>
      <SearchBox value={search.search ?? ''} onSearch={(text) => change({ search: text })} />
      <button
        type="button"
        className="usa-button usa-button--outline usa-button--small filter-toggle"
        aria-expanded={open}
        aria-controls="queue-facets"
        onClick={() => setPreference('queuePanel', open ? 'off' : 'on')}
      >
        {t.finding.panel}
      </button>
      <Views search={search} />
      {filters.map(([facet, value]) => (
        <button
          key={facet}
          type="button"
          className="chip"
          onClick={() => change({ [facet]: undefined })}
          aria-label={t.finding.remove(t.finding.facets[facet], facetWords(facet, value, t))}
        >
          <span className="muted">{t.finding.facets[facet]}</span> {facetWords(facet, value, t)}{' '}
          <Icon name="close" />
        </button>
      ))}
      {filters.length > 1 ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => change(Object.fromEntries(filters.map(([facet]) => [facet, undefined])))}
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
