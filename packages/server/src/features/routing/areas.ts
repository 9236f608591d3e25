import type { AnswerOf, PlaceFact, QueryOf, ServingAnswer } from '@opentipline/contract'
import { type AgencyEntry, type Registry, route } from '@opentipline/domain'
import { Problem } from '../../http/problem.ts'
import { readRegistry } from '../agencies/index.ts'
import { packagedCounties } from '../findings/index.ts'

/** Read once, when first asked for: what the start read is what routes, until the next start. */
let registry: Promise<Registry> | undefined
const theRegistry = (): Promise<Registry> => {
  registry ??= readRegistry()
  return registry
}
const counties = packagedCounties()

const viewOf = ({ id, ...entry }: AgencyEntry) => ({ agencyId: id, ...entry })

/** Every agency as it is entered, each with how sure its entry and its areas are. */
export const readAreas = async (): Promise<AnswerOf<'readAreas'>> => ({
  agencies: (await theRegistry()).agencies.map(viewOf),
})

type Wish = QueryOf<'findServing'>
type Found = Pick<ServingAnswer, 'county' | 'countyCaveat'> & {
  state: string | undefined
  city: string | undefined
}

/** The county of a ZIP code, else of a town in its state, by the table that reports are looked up in. */
const countyOf = async (wish: Wish): Promise<Found> => {
  const { postalCode, city, state } = wish
  const none = { county: null, countyCaveat: null, state, city }
  const told =
    postalCode !== undefined
      ? await counties.ofPostalCode(postalCode)
      : city !== undefined && state !== undefined
        ? await counties.ofCity(city, state)
        : undefined
  if (!told) return none
  if (told.answer !== 'hit') return { ...none, countyCaveat: told.caveat ?? null }
  const { countyFips, countyName, region, near } = told.value
  return {
    county: { fips: countyFips, name: countyName ?? countyFips, near: [...near], source: told.by.source },
    countyCaveat: null,
    state: region,
    city: city ?? told.value.city,
  }
}

const dayOf = (on: string | undefined, now: Date): string => {
  const day = on ?? now.toISOString().slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  // A date beyond its month would be read as one of the next.
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)) return day
  throw new Problem('bad-request', `${day} is no day of the calendar.`, [
    { path: '/query/on', message: 'is no day of the calendar' },
  ])
}

/**
 * The agency that a place leads to on a day, by the very rules that route reports: it is put as if a report had stated
 * it. @throws Problem bad-request where nothing was asked for
 */
export const findServing = async (wish: Wish, now: Date): Promise<ServingAnswer> => {
  const on = dayOf(wish.on, now)
  const country = wish.country ?? 'US'
  const asked = wish.postalCode ?? wish.countyFips ?? wish.city ?? wish.state ?? wish.country
  if (asked === undefined)
    throw new Problem(
      'bad-request',
      'Give a ZIP code, a county, a town with its state, a state or a country.',
    )
  const found =
    country === 'US'
      ? await countyOf(wish)
      : { county: null, countyCaveat: null, state: wish.state, city: wish.city }
  const countyFips = wish.countyFips ?? found.county?.fips
  const place: PlaceFact = {
    role: 'subject',
    kind: 'stated address',
    basis: 'stated',
    specificity: countyFips ? 'county' : found.city ? 'city' : found.state ? 'region' : 'country',
    confidence: found.county && found.county.near.length > 0 ? 'medium' : 'high',
    country,
    ...(found.state && { region: found.state }),
    ...(countyFips && { countyFips }),
    ...(found.city && { city: found.city }),
    evidence: { from: 'report', ref: '' },
  }
  const { agencies } = await theRegistry()
  const [first] = route({ places: [place], registry: { agencies }, at: `${on}T12:00:00Z` })
  if (!first) throw new Error('routing gave no answer')
  const agency = agencies.find(({ id }) => id === first.agency)
  return {
    on,
    county: found.county,
    countyCaveat: found.countyCaveat,
    agency: agency ? { agencyId: agency.id, name: agency.name, mark: agency.mark } : null,
    confidence: first.confidence,
    because: first.because,
    missing: first.missing,
  }
}
