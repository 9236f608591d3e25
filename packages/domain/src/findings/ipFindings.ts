import type { Finding } from '@opentipline/contract'
import { addressScope, scopeReason } from '../identifiers/addressScope.ts'
import { formatAddress, type NetworkAddress, parseAddress } from '../identifiers/address.ts'
import { isTerritory } from '../places/usStates.ts'
import type {
  Answer,
  Confidence,
  County,
  IpNetwork,
  IpPlace,
  NetworkKind,
  SourceName,
  Sources,
} from './answers.ts'
import type { Wish } from './findingPlan.ts'
import { known, makeFinding } from './makeFinding.ts'
import { hidesPlace, type Sharing } from './values.ts'

type IpWish = Extract<Wish, { want: 'ip' }>

/** Address tables change month by month; beyond this the database and the event speak of different worlds. */
const staleAfterDays = 90
/** An address database without a stated radius places a household within about this distance, at best. */
const cityRadiusKm = 10

const ours: SourceName = { source: 'address rules', sourceVersion: 'IANA special-purpose registries' }

const absent = (what: string): Answer<never> => ({
  answer: 'not checked',
  by: { source: 'none', sourceVersion: 'none' },
  caveat: `No ${what} is loaded.`,
})

/** The overlay's word first, then why the address cannot be looked up, then the database. */
async function ask<T>(
  address: NetworkAddress,
  overlay: (() => Promise<Answer<T>>) | undefined,
  database: (() => Promise<Answer<T>>) | undefined,
  what: string,
): Promise<Answer<T>> {
  const first = await overlay?.()
  if (first !== undefined && first.answer !== 'miss') return first
  const reason = scopeReason(addressScope(address))
  if (reason !== undefined) return { answer: 'not checked', by: ours, caveat: reason }
  return (await database?.()) ?? absent(what)
}

const askPlace = (
  address: NetworkAddress,
  ip: string,
  at: string | undefined,
  { overlay, locator }: Sources,
) =>
  ask<IpPlace>(
    address,
    overlay && (async () => overlay.locator.lookup(ip, at)),
    locator && (async () => locator.lookup(ip, at)),
    'address location database',
  )

const askNetwork = (address: NetworkAddress, ip: string, { overlay, networks }: Sources) =>
  ask<IpNetwork>(
    address,
    overlay && (async () => overlay.networks.lookup(ip)),
    networks && (async () => networks.lookup(ip)),
    'network table',
  )

/** Why the date of the data weakens the answer for an event of this time; undefined when it does not. */
export function dateCaveat(
  { sourceDate, timeless }: Pick<SourceName, 'sourceDate' | 'timeless'>,
  at: string | undefined,
): string | undefined {
  if (timeless === true) return undefined
  if (at === undefined) return 'The event has no exact time, and addresses change hands.'
  if (sourceDate === undefined) return 'The date of the data is not known.'
  const days = Math.round(Math.abs(Date.parse(at) - Date.parse(sourceDate)) / 86_400_000)
  if (!(days > staleAfterDays)) return undefined
  return `The data is of ${sourceDate.slice(0, 10)}, ${days} days from the event: the address may have belonged elsewhere.`
}

const lower = (confidence: Confidence): Confidence => (confidence === 'high' ? 'medium' : 'low')

const sharingOf = (kind: NetworkKind, version: 4 | 6): Sharing => {
  if (hidesPlace(kind)) return 'many subscribers'
  if (kind === 'mobile' || kind === 'carrier') return version === 4 ? 'many subscribers' : 'unknown'
  return kind === 'residential' || kind === 'business' ? 'one network' : 'unknown'
}

function sharingCaveat(sharing: Sharing, wish: IpWish): string | undefined {
  if (sharing === 'one network' || (wish.exact && wish.port !== undefined)) return undefined
  const missing = [wish.port === undefined ? 'the port' : '', wish.exact ? '' : 'the exact second'].filter(
    Boolean,
  )
  const lack = missing.join(' and ')
  return sharing === 'many subscribers'
    ? `Many subscribers share this address at once; without ${lack} it is not one household.`
    : `If the operator shares the address among subscribers, without ${lack} it is not one household.`
}

const proxyCaveat = (wish: IpWish, kind: NetworkKind): string | undefined => {
  if (hidesPlace(kind)) return `The network is of kind ${kind}: the person may be anywhere.`
  return wish.possibleProxy === true ? 'The provider says the address may be a proxy.' : undefined
}

/** The county of a US point. The radius tells which neighbours it could be in as well. */
async function countyAt(place: IpPlace, sources: Sources): Promise<County | undefined> {
  const { latitude, longitude, country } = place
  if (sources.counties === undefined || latitude === undefined || longitude === undefined) return undefined
  if (country !== undefined && country !== 'US' && !isTerritory(country)) return undefined
  const answer = await sources.counties.at(latitude, longitude, place.accuracyRadiusKm ?? cityRadiusKm)
  return answer.answer === 'hit' ? answer.value : undefined
}

const locationValue = (wish: IpWish, ip: string, place: IpPlace, county: County | undefined) => ({
  ip,
  at: wish.at,
  port: wish.port,
  ...known({ ...place }),
  countyFips: county?.countyFips,
  countyName: county?.countyName,
  nearCounties: county?.near.length === 0 ? undefined : county?.near,
})

const nearCaveat = (county: County | undefined): string | undefined =>
  county === undefined || county.near.length === 0
    ? undefined
    : `Near a county line: ${county.near.length} other ${county.near.length === 1 ? 'county lies' : 'counties lie'} within reach.`

/** One doubt lowers the confidence a step; two, or a network that hides its user, make it low. */
function weaken(
  answer: Answer<IpPlace>,
  kind: NetworkKind,
  doubts: readonly (string | undefined)[],
): Answer<IpPlace> {
  if (answer.answer !== 'hit') return answer
  const count = doubts.filter((doubt) => doubt !== undefined).length
  if (hidesPlace(kind) || count > 1) return { ...answer, confidence: 'low' }
  return count === 0 ? answer : { ...answer, confidence: lower(answer.confidence) }
}

/**
 * The two findings of one address at a time: where it was, and whose network it is. A proxy, VPN or hosting
 * network and a date far from the event's lower the confidence; both are said.
 */
export async function ipFindings(wish: IpWish, sources: Sources): Promise<Finding[]> {
  const address = parseAddress(wish.ip)
  const detail = wish.ip
  if (address === undefined) return [notAnAddress(wish)]
  const ip = formatAddress(address)
  const [place, network] = await Promise.all([
    askPlace(address, ip, wish.at, sources),
    askNetwork(address, ip, sources),
  ])
  const kind = network.answer === 'hit' ? network.value.kind : 'unknown'
  const sharing = sharingOf(kind, address.version)
  const doubts = [proxyCaveat(wish, kind), dateCaveat(place.by, wish.at)]
  const county = place.answer === 'hit' ? await countyAt(place.value, sources) : undefined
  const about = wish.about
  return [
    makeFinding(
      { kind: 'ip location', about, detail },
      weaken(place, kind, doubts),
      (value) => locationValue(wish, ip, value, county),
      [...doubts, nearCaveat(county)],
    ),
    makeFinding(
      { kind: 'ip network', about, detail },
      network,
      (value) => ({ ip, ...known({ ...value }), sharing, separable: wish.exact && wish.port !== undefined }),
      [sharingCaveat(sharing, wish)],
    ),
  ]
}

const notAnAddress = (wish: IpWish): Finding =>
  makeFinding(
    { kind: 'ip location', about: wish.about, detail: wish.ip },
    { answer: 'not checked', by: ours, caveat: 'This is not a network address.' },
    () => ({}),
  )
