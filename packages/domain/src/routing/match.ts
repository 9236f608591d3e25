import type { PlaceFact } from '@opentipline/contract'
import { fiveDigits } from '../places/postalCodes.ts'
import { foldName } from '../places/usStates.ts'
import type { AgencyEntry, Registry, ServiceArea } from './registry.ts'

export type Confidence = PlaceFact['confidence']

/** An agency whose area holds a place, how sure that is, and what is doubtful about it. */
export type Match = { agency: AgencyEntry; confidence: Confidence; by: string; doubt?: string }

type Claim = { agency: AgencyEntry; area: ServiceArea }

const holdsOn = (agency: AgencyEntry, day: string): boolean =>
  (agency.from ?? '') <= day && day < (agency.to ?? '9999')

function claimsOf({ agencies }: Registry, day: string, test: (area: ServiceArea) => boolean): Claim[] {
  return agencies
    .filter((agency) => agency.kind !== 'affiliate' && holdsOn(agency, day))
    .flatMap((agency) => agency.areas.filter(test).map((area) => ({ agency, area })))
}

const named = (area: ServiceArea): boolean =>
  area.zips !== undefined || area.counties !== undefined || area.places !== undefined

const unclear = (area: ServiceArea): Confidence => (area.mark === 'uncertain' ? 'low' : 'high')

function byZip(claims: readonly Claim[], postalCode: string): Match | undefined {
  const zip = fiveDigits(postalCode)
  const found = zip === undefined ? undefined : claims.find(({ area }) => area.zips?.includes(zip))
  return found && { agency: found.agency, confidence: unclear(found.area), by: 'by ZIP code' }
}

function byCounty(claims: readonly Claim[], countyFips: string): Match | undefined {
  const found = claims.find(({ area }) => area.counties?.includes(countyFips))
  return found && { agency: found.agency, confidence: unclear(found.area), by: 'by county' }
}

function byName(claims: readonly Claim[], city: string): Match | undefined {
  const wanted = foldName(city)
  const found = claims.find(({ area }) => area.places?.some((place) => foldName(place) === wanted))
  return (
    found && {
      agency: found.agency,
      confidence: unclear(found.area) === 'low' ? 'low' : 'medium',
      by: 'by the name of the place',
    }
  )
}

function byRest(claims: readonly Claim[], state: string, countyFips: string | undefined): Match | undefined {
  const found = claims.find(({ area }) => !named(area))
  if (found === undefined) return undefined
  const { agency, area } = found
  if (claims.every((claim) => claim.agency === agency))
    return { agency, confidence: unclear(area), by: 'by state' }
  if (countyFips === undefined) {
    return {
      agency,
      confidence: 'low',
      by: 'as the task force for the rest of the state',
      doubt: `${state} has several task forces and the county is not known`,
    }
  }
  if (area.mark !== 'uncertain') return { agency, confidence: 'medium', by: 'as the rest of the state' }
  return {
    agency,
    confidence: 'low',
    by: 'as the task force for the rest of the state',
    doubt: `how the counties of ${state} are divided is not known from a public source`,
  }
}

function inState(registry: Registry, place: PlaceFact, state: string, day: string): Match | undefined {
  const claims = claimsOf(registry, day, (area) => area.state === state)
  const zip = place.postalCode === undefined ? undefined : byZip(claims, place.postalCode)
  if (zip !== undefined) return zip
  const county = place.countyFips === undefined ? undefined : byCounty(claims, place.countyFips)
  if (county !== undefined) return county
  // A county that is known and that nobody names beats a city's name, which many counties share.
  const city =
    place.countyFips === undefined && place.city !== undefined ? byName(claims, place.city) : undefined
  return city ?? byRest(claims, state, place.countyFips)
}

function abroad(registry: Registry, country: string, day: string): Match | undefined {
  const [own] = claimsOf(registry, day, (area) => area.country === country)
  if (own !== undefined) return { agency: own.agency, confidence: unclear(own.area), by: 'by country' }
  const [relay] = claimsOf(registry, day, (area) => area.country === '*')
  if (relay === undefined) return undefined
  return {
    agency: relay.agency,
    confidence: 'low',
    by: 'as the relay for countries without an entry',
    doubt: `no agency of ${country} is entered`,
  }
}

/**
 * The agency whose area holds the place on a day (`YYYY-MM-DD`), or undefined where the place is too coarse or nobody is
 * entered for it.
 */
export function matchPlace(registry: Registry, place: PlaceFact, day: string): Match | undefined {
  if (place.country === undefined) return undefined
  if (place.country !== 'US') return abroad(registry, place.country, day)
  return place.region === undefined ? undefined : inState(registry, place, place.region, day)
}
