import type { Address, EstimatedLocation, Evidence, Finding, PlaceFact, Report } from '@opentipline/contract'
import { normalTime } from '../identifiers/normalTime.ts'
import { addressesOf, capturesOf, type Role } from '../identifiers/occurrences.ts'
import {
  countyValue,
  type CountyValue,
  ipLocationValue,
  phoneRegionValue,
  textPlaceValue,
} from '../findings/values.ts'
import { placeDetail } from '../findings/makeFinding.ts'
import { statedIdentifiers } from '../identifiers/statedIdentifiers.ts'
import { textsOf } from '../text/textsOf.ts'
import { countryCode } from './countries.ts'
import { fiveDigits, territoryOfZip } from './postalCodes.ts'
import { isTerritory, usState } from './usStates.ts'

type Where = Pick<
  PlaceFact,
  'country' | 'region' | 'countyFips' | 'city' | 'postalCode' | 'latitude' | 'longitude' | 'at'
>
type Lower = PlaceFact['confidence']

const placeRole = (role: Role): PlaceFact['role'] => {
  switch (role) {
    case 'reported':
      return 'subject'
    case 'child':
    case 'recipient':
    case 'file':
    case 'incident':
      return role
    // Whoever reports is not part of what is reported; a place of theirs is never asked for.
    case 'reporter':
      return 'incident'
  }
}

const text = (value: string | undefined): string | undefined => {
  const trimmed = value?.trim()
  return trimmed === undefined || trimmed === '' || trimmed === 'N/A' ? undefined : trimmed
}

const present = (where: { [K in keyof Where]: Where[K] | undefined }): Where =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined))

/** US when said so, or when a state is named and no country contradicts it. */
function countryAndRegion(
  country: string | undefined,
  region: string | undefined,
): Pick<Where, 'country' | 'region'> {
  const code = country === undefined ? undefined : countryCode(country)
  const state = region === undefined ? undefined : usState(region)
  if (code !== undefined && isTerritory(code)) return { country: 'US', region: code }
  if (state !== undefined && (code === undefined || code === 'US'))
    return { country: 'US', region: state.code }
  // What names no state of the United States is no region of theirs; the report keeps the word.
  return code === 'US' ? { country: 'US' } : present({ country: code ?? country, region })
}

const specificityOf = (where: Where, street: boolean): PlaceFact['specificity'] | undefined => {
  if (street && (where.city !== undefined || where.postalCode !== undefined)) return 'address'
  if (where.latitude !== undefined && where.longitude !== undefined) return 'address'
  if (where.postalCode !== undefined) return 'postal code'
  if (where.city !== undefined) return 'city'
  if (where.countyFips !== undefined) return 'county'
  if (where.region !== undefined) return 'region'
  return where.country === undefined ? undefined : 'country'
}

type CountyAt = (path: string, place: Parameters<typeof placeDetail>[0]) => CountyValue | undefined

function countiesOf(findings: readonly Finding[]): CountyAt {
  const values = findings.flatMap((finding) => {
    const value = countyValue(finding)
    return value === undefined ? [] : [[`${finding.about} ${value.asked}`, value] as const]
  })
  const byPlace = new Map(values)
  return (path, place) => byPlace.get(`${path} ${placeDetail(place)}`)
}

/** A territory's ZIP code names the territory, where nothing else names a region or another country. */
const withTerritory = (where: Where): Where => {
  const zip = where.postalCode === undefined ? undefined : fiveDigits(where.postalCode)
  const region = zip === undefined ? undefined : territoryOfZip(zip)
  if (region === undefined || where.region !== undefined) return where
  return where.country === undefined || where.country === 'US' ? { ...where, country: 'US', region } : where
}

/**
 * The county, and the state that follows from it. Near a county line it is the likeliest one: leaving it out would
 * route a whole state's city to nobody in particular, and the finding names the others.
 */
const withCounty = (where: Where, county: CountyValue | undefined): Where => {
  if (county === undefined || (where.region !== undefined && where.region !== county.region)) return where
  return {
    ...where,
    country: 'US',
    region: county.region,
    countyFips: county.countyFips,
  }
}

const fromReport = (ref: string): Evidence => ({ from: 'report', ref })
const fromFinding = (ref: string): Evidence => ({ from: 'finding', ref })

function addressFact(role: Role, address: Address, path: string, counties: CountyAt): PlaceFact[] {
  const postalCode = text(address.postalCode)
  const stated: Where = {
    ...countryAndRegion(text(address.country), text(address.state) ?? text(address.otherRegion)),
    ...present({ city: text(address.city), postalCode }),
  }
  const asked = {
    postalCode: address.postalCode,
    city: address.city,
    region: address.state ?? address.otherRegion,
  }
  const where = withCounty(withTerritory(stated), counties(path, asked))
  const specificity = specificityOf(where, text(address.street) !== undefined)
  if (specificity === undefined) return []
  return [
    {
      role: placeRole(role),
      kind: 'stated address',
      basis: 'stated',
      specificity,
      confidence: 'high',
      ...where,
      evidence: fromReport(path),
    },
  ]
}

function estimatedFact(
  role: Role,
  estimated: EstimatedLocation,
  path: string,
  counties: CountyAt,
): PlaceFact[] {
  const stated: Where = {
    ...countryAndRegion(text(estimated.countryCode), text(estimated.region)),
    ...present({ city: text(estimated.city), at: normalTime(estimated.at ?? '')?.utc }),
  }
  const where = withCounty(stated, counties(path, { city: estimated.city, region: estimated.region }))
  const specificity = specificityOf(where, false)
  if (specificity === undefined) return []
  const confidence: Lower = estimated.verified === true ? 'high' : 'medium'
  return [
    {
      role: placeRole(role),
      kind: 'estimated location',
      basis: 'stated',
      specificity,
      confidence,
      ...where,
      evidence: fromReport(path),
    },
  ]
}

const estimatedFacts = (report: Report, counties: CountyAt): PlaceFact[] =>
  report.parties.flatMap((party, i) =>
    party.estimatedLocation === undefined
      ? []
      : estimatedFact(party.role, party.estimatedLocation, `/parties/${i}/estimatedLocation`, counties),
  )

/**
 * A named school is as near as an address to whoever knows the place. Its region is that of the child's own stated
 * places where there is one; without, it is a place that a person has to look up.
 */
const schoolFacts = (report: Report): PlaceFact[] =>
  report.parties.flatMap((party, i) =>
    text(party.schoolName) === undefined
      ? []
      : [
          {
            role: placeRole(party.role),
            kind: 'school',
            basis: 'stated',
            specificity: 'address',
            confidence: 'high',
            evidence: fromReport(`/parties/${i}/schoolName`),
          } satisfies PlaceFact,
        ],
  )

const coordinateFacts = (report: Report, counties: CountyAt): PlaceFact[] =>
  report.internetDetails.flatMap(({ latitude, longitude }, i) => {
    const path = `/internetDetails/${i}`
    if (latitude === undefined || longitude === undefined) return []
    const where = withCounty({ latitude, longitude }, counties(path, { latitude, longitude }))
    return [
      {
        role: 'incident',
        kind: 'coordinates',
        basis: 'stated',
        specificity: 'address',
        confidence: 'high',
        ...where,
        evidence: fromReport(path),
      } satisfies PlaceFact,
    ]
  })

type Roles = ReadonlyMap<string, Role>

function rolesByPath(report: Report): Roles {
  return new Map<string, Role>([
    ...textsOf(report).map(({ path, role }) => [path, role] as const),
    ...statedIdentifiers(report).map(({ path, role }) => [path, role] as const),
    ...capturesOf(report).map(({ path, role }) => [path, role] as const),
  ])
}

function ipFact(finding: Finding, roles: Roles): PlaceFact[] {
  const value = ipLocationValue(finding)
  const role = roles.get(finding.about)
  if (value === undefined || role === undefined) return []
  const { city, postalCode, latitude, longitude, at } = value
  // A database centres a city on a point: as coordinates it would pretend to a precision it has not.
  const where = {
    ...countryAndRegion(value.country, value.region),
    ...present({ city, postalCode, latitude, longitude, at, countyFips: value.countyFips }),
  }
  const specificity = specificityOf({ ...where, latitude: undefined }, false)
  if (specificity === undefined) return []
  const { confidence } = finding
  return [
    {
      role: placeRole(role),
      kind: 'ip location',
      basis: 'derived',
      specificity,
      confidence,
      ...where,
      evidence: fromFinding(finding.key),
    },
  ]
}

function phoneFact(finding: Finding, roles: Roles): PlaceFact[] {
  const value = phoneRegionValue(finding)
  const role = roles.get(finding.about)
  if (value === undefined || role === undefined || value.country === undefined) return []
  const where = present({ country: value.country, region: value.region })
  const specificity = value.region === undefined ? 'country' : 'region'
  return [
    {
      role: placeRole(role),
      kind: 'phone region',
      basis: 'derived',
      specificity,
      confidence: 'low',
      ...where,
      evidence: fromFinding(finding.key),
    },
  ]
}

function textFact(finding: Finding, roles: Roles, counties: CountyAt): PlaceFact[] {
  const value = textPlaceValue(finding)
  // The role as read: a provider's habit may tell whose words report-level text holds.
  const role = value?.role ?? roles.get(finding.about)
  if (value === undefined || role === undefined || value.quoted) return []
  const { city, postalCode, latitude, longitude, school } = value
  const hinted = {
    ...countryAndRegion(value.country, value.region),
    ...present({ city, postalCode, latitude, longitude }),
  }
  const where = withCounty(withTerritory(hinted), counties(finding.about, value))
  const specificity = school === undefined ? specificityOf(where, false) : 'address'
  if (specificity === undefined) return []
  const kind =
    school !== undefined ? 'school' : finding.about.endsWith('/profileBio') ? 'profile' : 'text place'
  return [
    {
      role: placeRole(role),
      kind,
      basis: 'derived',
      specificity,
      confidence: 'low',
      ...where,
      evidence: fromFinding(finding.key),
    },
  ]
}

/**
 * Where subject, child, recipients, files and incident are, each fact with its evidence, stated ones first.
 *
 * An address behind a VPN, relay, proxy or hosting network is a fact of low confidence, as its finding is. Free text gives low
 * confidence, quoted words none. A named school carries no region of its own. Pure, total, deterministic.
 */
export function placesOf(report: Report, findings: readonly Finding[]): PlaceFact[] {
  const counties = countiesOf(findings)
  const roles = rolesByPath(report)
  return [
    ...addressesOf(report).flatMap(({ role, address, path }) => addressFact(role, address, path, counties)),
    ...estimatedFacts(report, counties),
    ...schoolFacts(report),
    ...coordinateFacts(report, counties),
    ...findings.flatMap((finding) => [
      ...ipFact(finding, roles),
      ...phoneFact(finding, roles),
      ...textFact(finding, roles, counties),
    ]),
  ]
}
