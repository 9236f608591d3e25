import type { StatisticsView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { Bars } from './Bars.tsx'
import { middleOf } from './middleOf.ts'

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
    <Section
      level={2}
      id="by-county"
      title={words.map}
      about={words.caveats['place is where an address points']}
    >
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

/** Shades of a county, from none to many. Its number stands on it and in the table: nothing is told by shade alone. */
const shades = 5

/** The counts that each shade stands for, without the shades that nothing can have. */
const rangesTo = (most: number): { shade: number; from: number; to: number }[] =>
  Array.from({ length: shades + 1 }, (_, shade) => ({
    shade,
    from: shade === 0 ? 0 : Math.floor(((shade - 1) * most) / shades) + 1,
    to: Math.floor((shade * most) / shades),
  })).filter(({ from, to }) => from <= to)

const Map = ({ state, counties }: { state: string; counties: Counties }) => {
  const { statistics: words } = useMessages().loop
  const map = useQuery({ ...reading('readCountyMap', { params: { state } }), staleTime: Infinity })
  if (map.isError) return <ErrorNotice error={map.error} onRetry={() => void map.refetch()} />
  if (!map.data) return <div className="county-map" aria-hidden="true" />
  const most = Math.max(1, ...counties.map(({ count }) => count))
  const countOf = (fips: string): number => counties.find((each) => each.fips === fips)?.count ?? 0
  const shadeOf = (fips: string): number => {
    const count = countOf(fips)
    return count === 0 ? 0 : Math.ceil((count / most) * shades)
  }
  return (
    <figure className="county-map">
      <svg viewBox={`0 0 ${map.data.width} ${map.data.height}`} role="img" aria-label={words.mapName(state)}>
        {map.data.counties.map(({ fips, path }) => (
          <path key={fips} d={path} className={`county county-${shadeOf(fips)}`} />
        ))}
        {map.data.counties.map(({ fips, name, path }) => {
          const count = countOf(fips)
          if (count === 0) return null
          const [x, y] = middleOf(path)
          return (
            <text key={fips} className="county-number" x={x} y={y}>
              <title>{`${name}: ${count}`}</title>
              {count}
            </text>
          )
        })}
      </svg>
      <figcaption className="small cluster">
        {rangesTo(most).map(({ shade, from, to }) => (
          <span key={shade}>
            <svg className="legend-mark" viewBox="0 0 30 30" aria-hidden="true">
              <rect className={`county county-${shade}`} x="2" y="2" width="26" height="26" />
            </svg>{' '}
            {from === to ? from : `${from}–${to}`}
          </span>
        ))}
        <span className="muted">{map.data.source}</span>
      </figcaption>
    </figure>
  )
}
