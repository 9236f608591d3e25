import type { FacetValue, QueueFacet, QueueFacets } from '@opentipline/contract'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { facetWords } from './facetWords.ts'
import type { useFacets } from './queueQuery.ts'
import { RiskPlot } from './RiskPlot.tsx'
import type { QueueSearch } from './search.ts'

/** Values shown of each facet before somebody asks for more. */
const shownFirst = 6

/** In the order of use: what is new and what is running out first, then what, who, where. */
const listed = [
  'unread',
  'who',
  'clock',
  'age',
  'band',
  'provider',
  'region',
  'signal',
  'label',
  'state',
] as const
type Listed = (typeof listed)[number]
/** These have an order of their own; the others stand by their count. */
const ordered: Partial<Record<Listed, readonly string[]>> = {
  unread: ['yes', 'no'],
  who: ['mine', 'nobody', 'colleague'],
  clock: ['past', 'week', 'month', 'quarter', 'later', 'none'],
  age: ['day', 'week', 'month', 'older'],
}

type Props = {
  search: QueueSearch
  facets: ReturnType<typeof useFacets>
  onChange: (change: Partial<Record<keyof QueueSearch, string | undefined>>) => void
}

/** Every way to narrow the list, with how many tips each leaves; and the plot. */
export const FacetPanel = ({ search, facets, onChange }: Props) => {
  const t = useMessages()
  return (
    <section className="facets no-print" id="queue-facets" aria-label={t.queue.filters}>
      {facets.isPending ? <Loading words={t.finding.counting} /> : null}
      {facets.isError ? <ErrorNotice error={facets.error} onRetry={() => void facets.refetch()} /> : null}
      {facets.data ? (
        <>
          <RiskPlot
            values={facets.data.facets['cells'] ?? []}
            chosen={search.cells}
            onChoose={(cells) => onChange({ cells })}
          />
          <div className="facet-lists">
            {listed.map((facet) => (
              <FacetList
                key={facet}
                facet={facet}
                values={valuesOf(facets.data, facet, search[facet])}
                chosen={search[facet]}
                onChoose={(value) => onChange({ [facet]: value })}
              />
            ))}
          </div>
        </>
      ) : null}
    </section>
  )
}

/** A value that every tip has narrows nothing: it is left out, unless it is what was chosen. */
const valuesOf = (
  { facets, matching }: QueueFacets,
  facet: Listed,
  chosen: string | undefined,
): readonly FacetValue[] => {
  const values = (facets[facet] ?? []).filter(({ value, tips }) => tips < matching || value === chosen)
  const order = ordered[facet]
  return order ? values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values
}

type ListProps = {
  facet: QueueFacet & Listed
  values: readonly FacetValue[]
  chosen: string | undefined
  onChoose: (value: string | undefined) => void
}

const FacetList = ({ facet, values, chosen, onChoose }: ListProps) => {
  const t = useMessages()
  const [all, setAll] = useState(false)
  // What was chosen stays to be seen and taken back, even where nothing is left of it.
  const missing = chosen !== undefined && !values.some(({ value }) => value === chosen)
  const every = missing ? [{ value: chosen, tips: 0 }, ...values] : values
  const shown = all ? every : every.filter(({ value }, at) => at < shownFirst || value === chosen)
  if (every.length === 0) return null
  return (
    <div className="facet" role="group" aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>{t.finding.facets[facet]}</h2>
      <ul className="facet-values">
        {shown.map(({ value, tips }) => (
          <li key={value}>
            <button
              type="button"
              className="facet-value"
              aria-pressed={value === chosen}
              onClick={() => onChoose(value === chosen ? undefined : value)}
            >
              <span>{facetWords(facet, value, t)}</span> <span className="facet-count">{tips}</span>
            </button>
          </li>
        ))}
      </ul>
      {every.length > shown.length || all ? (
        <button type="button" className="usa-button usa-button--unstyled small" onClick={() => setAll(!all)}>
          {all ? t.finding.fewer : t.finding.more(every.length - shown.length)}
        </button>
      ) : null}
    </div>
  )
}
