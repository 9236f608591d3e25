import type { Report } from '@opentipline/contract'
import { normalEmail } from '../identifiers/normalEmail.ts'
import { normalTime } from '../identifiers/normalTime.ts'
import { addressesOf, capturesOf } from '../identifiers/occurrences.ts'
import { statedIdentifiers } from '../identifiers/statedIdentifiers.ts'
import { textMentions } from '../text/textIdentifiers.ts'
import { textPlaceHints } from '../text/textPlaces.ts'
import { placeDetail } from './makeFinding.ts'

/** One look-up that a report asks for. `about` is the JSON pointer of what it is about. */
export type Wish =
  | {
      readonly want: 'ip'
      readonly about: string
      readonly ip: string
      readonly at?: string | undefined
      readonly exact: boolean
      readonly port?: number | undefined
      readonly possibleProxy?: boolean | undefined
    }
  | { readonly want: 'phone'; readonly about: string; readonly phone: string }
  | { readonly want: 'email domain'; readonly about: string; readonly domain: string }
  | { readonly want: 'url host'; readonly about: string; readonly url: string }
  | { readonly want: 'hash'; readonly about: string; readonly hash: string }
  | { readonly want: 'time zone'; readonly about: string; readonly given: string }
  | {
      readonly want: 'county'
      readonly about: string
      readonly postalCode?: string | undefined
      readonly city?: string | undefined
      readonly region?: string | undefined
    }
  | {
      readonly want: 'county at'
      readonly about: string
      readonly latitude: number
      readonly longitude: number
    }

/** One report asks at most this many look-ups; a bundle of thousands of captures must not hold the line. */
const wishesMax = 5_000

function ipWishes(report: Report): Wish[] {
  return capturesOf(report).map(({ path, capture }) => {
    const time = capture.at === undefined ? undefined : normalTime(capture.at)
    return {
      want: 'ip',
      about: path,
      ip: capture.ipAddress,
      at: time?.utc,
      exact: time?.precision === 'second',
      port: capture.port === 0 ? undefined : capture.port,
      possibleProxy: capture.possibleProxy,
    }
  })
}

/** Addresses and numbers that text mentions. An address there has no time of its own that a rule could be sure of. */
const textWishes = (report: Report): Wish[] =>
  textMentions(report).flatMap(({ path, mention: { kind, value } }): Wish[] => {
    if (kind === 'ip') return [{ want: 'ip', about: path, ip: value, exact: false }]
    return kind === 'phone' ? [{ want: 'phone', about: path, phone: value }] : []
  })

function identifierWishes(report: Report): Wish[] {
  return statedIdentifiers(report).flatMap((id): Wish[] => {
    if (id.role === 'reporter') return []
    if (id.kind === 'phone') return [{ want: 'phone', about: id.path, phone: id.value }]
    if (id.kind === 'hash') return [{ want: 'hash', about: id.path, hash: id.value }]
    if (id.kind === 'url') return [{ want: 'url host', about: id.path, url: id.value }]
    const domain = id.kind === 'email' ? normalEmail(id.value)?.split('@')[1] : undefined
    return domain === undefined ? [] : [{ want: 'email domain', about: id.path, domain }]
  })
}

const tellsZone = (given: string | undefined): given is string => {
  const zone = given === undefined ? undefined : normalTime(given)?.zone
  return zone !== undefined && zone !== 'Z' && !zone.endsWith('00:00')
}

/** Times given with an offset other than UTC tell the zone of a clock; UTC tells nothing. */
function zoneWishes(report: Report): Wish[] {
  const times = [
    { about: '/incident/at', given: report.incident.at },
    ...capturesOf(report).map(({ path, capture }) => ({ about: `${path}/at`, given: capture.at })),
    ...report.files.map((file, i) => ({ about: `/files/${i}/uploadedAt`, given: file.uploadedAt })),
  ]
  return times.flatMap(({ about, given }): Wish[] =>
    tellsZone(given) ? [{ want: 'time zone', about, given }] : [],
  )
}

/** Places that free text hints at; quoted ones are not asked for. */
const textPlaceWishes = (report: Report): Wish[] =>
  textPlaceHints(report).flatMap(({ path, hint }): Wish[] => {
    const { stance, postalCode, city, region, latitude, longitude } = hint
    if (stance !== 'stated') return []
    if (latitude !== undefined && longitude !== undefined) {
      return [{ want: 'county at', about: path, latitude, longitude }]
    }
    const named = postalCode !== undefined || (city !== undefined && region !== undefined)
    return named ? [{ want: 'county', about: path, postalCode, city, region }] : []
  })

function placeWishes(report: Report): Wish[] {
  const addresses = addressesOf(report).map(({ path, address }): Wish => {
    const region = address.state ?? address.otherRegion
    return { want: 'county', about: path, postalCode: address.postalCode, city: address.city, region }
  })
  const estimated = report.parties.flatMap((party, i): Wish[] => {
    const { city, region } = party.estimatedLocation ?? {}
    return city === undefined
      ? []
      : [{ want: 'county', about: `/parties/${i}/estimatedLocation`, city, region }]
  })
  const points = report.internetDetails.flatMap(({ latitude, longitude }, i): Wish[] =>
    latitude === undefined || longitude === undefined
      ? []
      : [{ want: 'county at', about: `/internetDetails/${i}`, latitude, longitude }],
  )
  return [...addresses, ...estimated, ...points]
}

/** What is asked, apart from where it stands: the last part of the finding's key. */
export function wishDetail(wish: Wish): string {
  switch (wish.want) {
    case 'ip':
      return wish.ip
    case 'phone':
      return wish.phone
    case 'email domain':
      return wish.domain
    case 'url host':
      return wish.url
    case 'hash':
      return wish.hash
    case 'time zone':
      return ''
    case 'county':
      return placeDetail(wish)
    case 'county at':
      return placeDetail(wish)
  }
}

const keyOf = (wish: Wish): string => `${wish.want}\n${wish.about}\n${wishDetail(wish)}`

/** Which look-ups a report asks for, each with its path. Pure and deterministic; at most `wishesMax`. */
export function findingPlan(report: Report): Wish[] {
  const all = [
    ...ipWishes(report),
    ...placeWishes(report),
    ...identifierWishes(report),
    ...textWishes(report),
    ...textPlaceWishes(report),
    ...zoneWishes(report),
  ]
  return [...new Map(all.map((wish) => [keyOf(wish), wish])).values()].slice(0, wishesMax)
}
