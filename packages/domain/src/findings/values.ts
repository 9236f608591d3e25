import { type Finding, type Identifier, identifierRoles } from '@opentipline/contract'
import { type NetworkKind, networkKinds } from './answers.ts'

/** The shapes of `Finding.value` by kind, read back field by field: a stored value is data from outside. */

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** Kind `ip location`. `at` is the UTC of the event; the county is looked up from the coordinates. */
export type IpLocationValue = {
  readonly ip: string
  readonly at: string | undefined
  readonly country: string | undefined
  readonly region: string | undefined
  readonly city: string | undefined
  readonly postalCode: string | undefined
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  readonly accuracyRadiusKm: number | undefined
  readonly countyFips: string | undefined
  readonly countyName: string | undefined
  /** Other counties the point may lie in. */
  readonly nearCounties: readonly string[]
}

/** The value of an `ip location` finding, or undefined unless it is a hit of that kind. */
export function ipLocationValue(finding: Finding): IpLocationValue | undefined {
  const { value } = finding
  const ip = text(value.ip)
  if (finding.kind !== 'ip location' || finding.answer !== 'hit' || ip === undefined) return undefined
  return {
    ip,
    at: text(value.at),
    country: text(value.country),
    region: text(value.region),
    city: text(value.city),
    postalCode: text(value.postalCode),
    latitude: number(value.latitude),
    longitude: number(value.longitude),
    accuracyRadiusKm: number(value.accuracyRadiusKm),
    countyFips: text(value.countyFips),
    countyName: text(value.countyName),
    nearCounties: texts(value.nearCounties),
  }
}

/** Can one household be told from the address as stated? Three-valued: the data may not tell. */
export type Sharing = 'one network' | 'many subscribers' | 'unknown'

/** Kind `ip network`. */
export type IpNetworkValue = {
  readonly ip: string
  readonly kind: NetworkKind
  readonly operator: string | undefined
  readonly asn: number | undefined
  readonly sharing: Sharing
  /** Does the capture carry what tells one subscriber of a shared address from another: port and exact second? */
  readonly separable: boolean
}

const kindOf = (value: unknown): NetworkKind => networkKinds.find((kind) => kind === value) ?? 'unknown'

const sharings: readonly Sharing[] = ['one network', 'many subscribers', 'unknown']

/** The value of an `ip network` finding, or undefined unless it is a hit of that kind. */
export function ipNetworkValue(finding: Finding): IpNetworkValue | undefined {
  const { value } = finding
  const ip = text(value.ip)
  if (finding.kind !== 'ip network' || finding.answer !== 'hit' || ip === undefined) return undefined
  return {
    ip,
    kind: kindOf(value.kind),
    operator: text(value.operator),
    asn: number(value.asn),
    sharing: sharings.find((sharing) => sharing === value.sharing) ?? 'unknown',
    separable: value.separable === true,
  }
}

/** A network that hides where its user is: an exit of a VPN, relay or proxy, or a machine for hire. */
export function hidesPlace(kind: NetworkKind): boolean {
  switch (kind) {
    case 'hosting':
    case 'vpn':
    case 'relay':
    case 'proxy':
    case 'tor':
      return true
    case 'residential':
    case 'business':
    case 'mobile':
    case 'carrier':
    case 'school':
    case 'unknown':
      return false
  }
}

/** Kind `county`: the county of an address, a city or a point that the report states. */
export type CountyValue = {
  /** What was asked: `latitude,longitude` or `zip|city|region`. */
  readonly asked: string
  readonly countyFips: string
  readonly region: string
  readonly city: string | undefined
  readonly near: readonly string[]
}

/** The value of a `county` finding, or undefined unless it is a hit of that kind. */
export function countyValue(finding: Finding): CountyValue | undefined {
  const { value } = finding
  const countyFips = text(value.countyFips)
  const region = text(value.region)
  if (finding.kind !== 'county' || finding.answer !== 'hit') return undefined
  if (countyFips === undefined || region === undefined) return undefined
  return {
    asked: text(value.asked) ?? '',
    countyFips,
    region,
    city: text(value.city),
    near: texts(value.near),
  }
}

/** Kind `phone region`. `lineType` is the numbering plan's own word where it tells. */
export type PhoneRegionValue = {
  readonly phone: string
  readonly country: string | undefined
  readonly region: string | undefined
  readonly lineType: string | undefined
}

/** The value of a `phone region` finding, or undefined unless it is a hit of that kind. */
export function phoneRegionValue(finding: Finding): PhoneRegionValue | undefined {
  const { value } = finding
  const phone = text(value.phone)
  if (finding.kind !== 'phone region' || finding.answer !== 'hit' || phone === undefined) return undefined
  return { phone, country: text(value.country), region: text(value.region), lineType: text(value.lineType) }
}

/** Kind `text place`. `start` and `end` are UTF-16 offsets in the passage; a quoted hint is somebody's words. */
export type TextPlaceValue = {
  readonly country: string | undefined
  readonly region: string | undefined
  readonly city: string | undefined
  readonly postalCode: string | undefined
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  readonly school: string | undefined
  readonly quoted: boolean
  readonly words: string
  readonly role: Identifier['role'] | undefined
}

/** The value of a `text place` finding, or undefined unless it is a hit of that kind. */
export function textPlaceValue(finding: Finding): TextPlaceValue | undefined {
  const { value } = finding
  if (finding.kind !== 'text place' || finding.answer !== 'hit') return undefined
  return {
    country: text(value.country),
    region: text(value.region),
    city: text(value.city),
    postalCode: text(value.postalCode),
    latitude: number(value.latitude),
    longitude: number(value.longitude),
    school: text(value.school),
    quoted: value.quoted === true,
    words: text(value.words) ?? '',
    role: identifierRoles.find((role) => role === value.role),
  }
}
