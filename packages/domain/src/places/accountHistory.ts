import type { Finding, Report } from '@opentipline/contract'
import { hidesPlace, type IpLocationValue, ipLocationValue, ipNetworkValue } from '../findings/values.ts'
import { normalAddress } from '../identifiers/address.ts'
import { accountsOf, type Role } from '../identifiers/occurrences.ts'
import { distanceKm } from './distance.ts'

/** Faster than an airliner from door to door: one person was not at both places. */
const travelSpeedMaxKmh = 900
/** Address databases err by this much; a shorter way is no journey. */
const journeyMinKm = 100
/** A home is where most captures are, on so many at least, over so many days at least. */
const homeShare = 0.6
const homeCapturesMin = 3
const homeDaysMin = 7

/** One capture whose place is known and not hidden by its network. */
type Stay = {
  readonly at: string
  readonly place: string
  readonly value: IpLocationValue
  readonly finding: string
}

/** Where the captures of one account were over time. All of it is derived. */
export type AccountHistory = {
  /** JSON pointer of the account, and its role. */
  readonly path: string
  readonly role: Role
  readonly captures: number
  readonly addresses: number
  /** Captures whose network hides its user; they tell no place. */
  readonly hidden: number
  /** Located captures of low confidence: the data are far from the time of the capture, or there is another doubt. */
  readonly doubtful: number
  /**
   * `consistent`: one home, and every located capture at it. `home and travel`: a home and other places.
   * `several places`: no home. `not one person`: two captures too far apart for the time between them.
   * `unknown`: too little is known to tell.
   */
  readonly pattern: 'consistent' | 'home and travel' | 'several places' | 'not one person' | 'unknown'
  /** `city, region, country` of the home, where there is one. */
  readonly home: string | undefined
  readonly places: readonly {
    readonly place: string
    readonly captures: number
    readonly first: string
    readonly last: string
  }[]
  /**
   * Other accounts of this report that used one of the same addresses, by JSON pointer. It is one household only where the address
   * is not shared among subscribers.
   */
  readonly sharesAddressWith: readonly string[]
  /** Keys of the findings that it rests on. */
  readonly findings: readonly string[]
}

const placeName = ({ city, region, country }: IpLocationValue): string =>
  [city, region, country].filter((part) => part !== undefined).join(', ')

const byAbout = <T>(
  findings: readonly Finding[],
  read: (finding: Finding) => T | undefined,
): Map<string, [T, string]> =>
  new Map(
    findings.flatMap((finding) => {
      const value = read(finding)
      return value === undefined ? [] : [[finding.about, [value, finding.key]] as const]
    }),
  )

function impossible(stays: readonly Stay[]): boolean {
  return stays.some((stay, i) => {
    const next = stays[i + 1]
    if (next === undefined) return false
    const { latitude, longitude } = stay.value
    const { latitude: toLatitude, longitude: toLongitude } = next.value
    if (
      latitude === undefined ||
      longitude === undefined ||
      toLatitude === undefined ||
      toLongitude === undefined
    )
      return false
    const km = distanceKm({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude })
    const hours = (Date.parse(next.at) - Date.parse(stay.at)) / 3_600_000
    return km > journeyMinKm && km > hours * travelSpeedMaxKmh
  })
}

function placesBy(stays: readonly Stay[]): AccountHistory['places'] {
  const groups = Map.groupBy(stays, (stay) => stay.place)
  return [...groups]
    .map(([place, group]) => ({
      place,
      captures: group.length,
      first: group[0]?.at ?? '',
      last: group.at(-1)?.at ?? '',
    }))
    .toSorted((a, b) => b.captures - a.captures || a.place.localeCompare(b.place, 'en'))
}

function homeOf(places: AccountHistory['places'], total: number): string | undefined {
  const [most] = places
  if (most === undefined || most.captures < homeCapturesMin || most.captures < total * homeShare)
    return undefined
  return Date.parse(most.last) - Date.parse(most.first) >= homeDaysMin * 86_400_000 ? most.place : undefined
}

function patternOf(
  stays: readonly Stay[],
  places: AccountHistory['places'],
  home: string | undefined,
): AccountHistory['pattern'] {
  if (impossible(stays)) return 'not one person'
  if (home !== undefined) return places.length === 1 ? 'consistent' : 'home and travel'
  return places.length > 1 && stays.length >= homeCapturesMin ? 'several places' : 'unknown'
}

/**
 * All captures of each account of a report over time. Only captures with a time, a located address and a network
 * that does not hide its user count for the pattern. Accounts without captures are left out. Pure, total.
 */
export function accountHistories(report: Report, findings: readonly Finding[]): AccountHistory[] {
  const locations = byAbout(findings, ipLocationValue)
  const networks = byAbout(findings, ipNetworkValue)
  const low = new Set(findings.filter(({ confidence }) => confidence === 'low').map(({ key }) => key))
  const accounts = accountsOf(report).filter(({ account }) => account.ipCaptures.length > 0)
  const addressesAt = new Map(
    accounts.map(({ path, account }) => [
      path,
      new Set(account.ipCaptures.flatMap((capture) => normalAddress(capture.ipAddress) ?? [])),
    ]),
  )
  return accounts.map(({ path, role, account }) => {
    const paths = account.ipCaptures.map((_, i) => `${path}/ipCaptures/${i}`)
    const hidden = paths.filter((capture) => hidesPlace(networks.get(capture)?.[0].kind ?? 'unknown'))
    const stays = paths
      .flatMap((capture): Stay[] => {
        const [value, finding] = locations.get(capture) ?? []
        if (value?.at === undefined || finding === undefined || hidden.includes(capture)) return []
        return [{ at: value.at, place: placeName(value), value, finding }]
      })
      .toSorted((a, b) => a.at.localeCompare(b.at, 'en'))
    const places = placesBy(stays)
    const home = homeOf(places, stays.length)
    const own = addressesAt.get(path) ?? new Set<string>()
    return {
      path,
      role,
      captures: paths.length,
      addresses: own.size,
      hidden: hidden.length,
      doubtful: stays.filter(({ finding }) => low.has(finding)).length,
      pattern: patternOf(stays, places, home),
      home,
      places,
      sharesAddressWith: [...addressesAt].flatMap(([other, set]) =>
        other !== path && [...set].some((ip) => own.has(ip)) ? [other] : [],
      ),
      findings: stays.map(({ finding }) => finding),
    }
  })
}
