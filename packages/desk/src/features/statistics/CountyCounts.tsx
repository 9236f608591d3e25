import type { StatisticsView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { Bars } from './Bars.tsx'

type Counties = StatisticsView['byCounty']

/** Where the best known places point, as a map and as the table that says the same. */
export const CountyCounts = ({ view }: { view: StatisticsView }) => {
  const { statistics: words } = useMessages().loop
  const id = useId()
  const states = [...new Set(view.byCounty.map((each) => each.state))]
  const [chosen, setChosen] = useState<string>()
  const state = chosen ?? states[0]
  const own = view.byCounty.filter((each) => each.state === state)
  return (
    <Section level={2} id="by-county" title={words.map}>
      {states.length > 1 ? (
        <span className="cluster no-print">
          <label htmlFor={id}>{words.mapOf}</label>
          <select
            id={id}
            className="usa-select usa-select--small"
            value={state}
            onChange={(event) => setChosen(event.target.value)}
          >
            {states.toSorted().map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </span>
      ) : null}
      {state === undefined ? (
        <p className="muted">{words.noneInState}</p>
      ) : (
        <div className="county-counts">
          <Map state={state} counties={own} />
          <Bars title={words.county} lines={own.map(({ county, count }) => ({ name: county, count }))} />
        </div>
      )}
      <p className="small muted">{words.withoutCounty(view.withoutCounty)}</p>
    </Section>
  )
}

/** Shades of a county, from none to many: told apart by the table too, never by shade alone. */
const shades = 5

const Map = ({ state, counties }: { state: string; counties: Counties }) => {
  const { statistics: words } = useMessages().loop
  const map = useQuery({ ...reading('readCountyMap', { params: { state } }), staleTime: Infinity })
  if (map.isError) return <ErrorNotice error={map.error} onRetry={() => void map.refetch()} />
  if (!map.data) return <div className="county-map" aria-hidden="true" />
  const most = Math.max(1, ...counties.map(({ count }) => count))
  const shadeOf = (fips: string): number => {
    const count = counties.find((each) => each.fips === fips)?.count ?? 0
    return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * shades))
  }
  return (
    <figure className="county-map">
      <svg viewBox={`0 0 ${map.data.width} ${map.data.height}`} role="img" aria-label={words.mapName(state)}>
        {map.data.counties.map(({ fips, path }) => (
          <path key={fips} d={path} className={`county county-${shadeOf(fips)}`} />
        ))}
      </svg>
      <figcaption className="small muted">{map.data.source}</figcaption>
    </figure>
  )
}
