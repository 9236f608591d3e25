import type { AreaAgency, AreaView } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useId, useState } from 'react'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { type AreaSearch } from './areaSearch.ts'
import { MarkTag } from './MarkTag.tsx'
import { Parts } from './Parts.tsx'
import { Serving } from './Serving.tsx'
import { useClearinghouseWords } from './words.ts'
import { AsWritten } from '../../ui/Told.tsx'

/** Who receives what, as it is entered; and for one place who would, and why. */
export const AreasPage = ({ search }: { search: AreaSearch }) => {
  const { areas: words } = useClearinghouseWords()
  useTitle(words.title)
  const found = useQuery({ ...reading('readAreas', {}), staleTime: 600_000 })
  return (
    <div className="page stack">
      <Parts />
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      <Serving key={JSON.stringify(search)} search={search} />
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <Entered agencies={found.data.agencies} /> : null}
    </div>
  )
}

const stateName = (code: string): string => usStates.find((each) => each.code === code)?.name ?? code

/** The words by which an entry is found: its name, its lead, and the states and countries of its areas. */
const wordsOf = ({ name, lead, areas }: AreaAgency): string =>
  [name, lead, ...areas.flatMap(({ state, country }) => [state, state && stateName(state), country])]
    .filter((each) => each !== undefined)
    .join(' ')
    .toLowerCase()

const Entered = ({ agencies }: { agencies: readonly AreaAgency[] }) => {
  const { areas: words, kinds } = useClearinghouseWords()
  const id = useId()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const shown = agencies.filter((each) => wordsOf(each).includes(wanted))
  return (
    <Section
      level={2}
      id="entered"
      title={words.list}
      aside={<span role="status">{words.count(shown.length, agencies.length)}</span>}
    >
      <div role="search" className="narrow-list">
        <label className="usa-label" htmlFor={id}>
          {words.filter}
        </label>
        <span id={`${id}-hint`} className="small muted">
          {words.filterHint}
        </span>
        <input
          id={id}
          className="usa-input"
          maxLength={100}
          aria-describedby={`${id}-hint`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {shown.length === 0 ? <p className="muted">{words.none}</p> : null}
      <div className="table-wrap" role="region" aria-label={`${words.list}: ${words.agency}`} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              <th scope="col">{words.area}</th>
              <th scope="col">{words.holds}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={`${each.agencyId} ${each.from ?? ''}`}>
                <th scope="row">
                  <span className="block">
                    {each.name} <MarkTag mark={each.mark} />
                  </span>
                  <span className="block small muted">
                    {kinds[each.kind]}
                    {[each.lead, each.legalBasis].filter(Boolean).map((name) => (
                      <Fragment key={name}>
                        {' · '}
                        <AsWritten>{name}</AsWritten>
                      </Fragment>
                    ))}
                  </span>
                </th>
                <td>
                  {each.areas.length === 0 ? <span className="muted">{words.noArea}</span> : null}
                  {each.areas.map((area) => (
                    <span key={JSON.stringify(area)} className="block">
                      <AreaText area={area} /> <MarkTag mark={area.mark} />
                    </span>
                  ))}
                </td>
                <td>
                  {[each.from && words.from(each.from), each.to && words.until(each.to)]
                    .filter(Boolean)
                    .join(', ') || <span className="muted">{words.always}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const AreaText = ({ area }: { area: AreaView }) => {
  const { areas: words } = useClearinghouseWords()
  const { country, state, counties, places, rest } = area
  if (country === '*') return words.elsewhere
  if (country) return words.country(country)
  if (!state) return null
  if (rest) return words.rest(stateName(state))
  if (counties?.length) return <Counties state={state} counties={counties} places={places ?? []} />
  return places?.length ? words.counties(stateName(state), places.join(', ')) : words.whole(stateName(state))
}

type CountiesProps = { state: string; counties: readonly string[]; places: readonly string[] }

/** Counties by name, which the state's map knows; until it has come, or where it cannot, by their codes. */
const Counties = ({ state, counties, places }: CountiesProps) => {
  const { areas: words } = useClearinghouseWords()
  const map = useQuery({ ...reading('readCountyMap', { params: { state } }), staleTime: Infinity })
  const nameOf = (fips: string): string => map.data?.counties.find((each) => each.fips === fips)?.name ?? fips
  return (
    <>
      {words.counties(stateName(state), counties.map(nameOf).join(', '))}{' '}
      {places.length > 0 ? <span className="small muted">{words.places(places.join(', '))}</span> : null}
    </>
  )
}
