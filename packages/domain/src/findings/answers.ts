/** A value now, or when it has been read: a source may be loading when it is asked. */
export type Awaitable<T> = T | Promise<T>

export type Confidence = 'high' | 'medium' | 'low'

/** Which source answered: its name, its version, the date of its data (ISO) where known. */
export type SourceName = {
  readonly source: string
  readonly sourceVersion: string
  readonly sourceDate?: string | undefined
  /** The source says of itself that its answers do not age: an operator's own ranges, a demonstration. */
  readonly timeless?: boolean | undefined
}

/** What a source answers. The four are never confused: "no match" says something, the last two say nothing. */
export type Answer<T> =
  | {
      readonly answer: 'hit'
      readonly value: T
      readonly confidence: Confidence
      readonly caveat?: string | undefined
      readonly by: SourceName
    }
  | { readonly answer: 'miss'; readonly by: SourceName; readonly caveat?: string | undefined }
  | { readonly answer: 'not checked'; readonly by: SourceName; readonly caveat: string }
  | { readonly answer: 'failed'; readonly by: SourceName; readonly caveat: string }

/** Where an address was, by a database. Coordinates in degrees (WGS 84), radius in kilometres. */
export type IpPlace = {
  readonly country?: string | undefined
  readonly region?: string | undefined
  readonly city?: string | undefined
  readonly postalCode?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly accuracyRadiusKm?: number | undefined
  readonly timeZone?: string | undefined
}

/**
 * What kind of network an address belongs to. `carrier` is a network that many subscribers share by address
 * translation; `unknown` is where the data does not tell.
 */
export const networkKinds = [
  'residential',
  'business',
  'mobile',
  'carrier',
  'hosting',
  'vpn',
  'relay',
  'proxy',
  'tor',
  'school',
  'unknown',
] as const
export type NetworkKind = (typeof networkKinds)[number]

export type IpNetwork = {
  readonly kind: NetworkKind
  readonly operator?: string | undefined
  /** Autonomous system number. */
  readonly asn?: number | undefined
}

/** A county (or equivalent), with those that the point could as well be in. FIPS: two digits state, three county. */
export type County = {
  readonly countyFips: string
  readonly countyName?: string | undefined
  readonly region: string
  /** Other counties within the distance asked for: the point may lie in one of them. */
  readonly near: readonly string[]
  readonly city?: string | undefined
  readonly postalCode?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
}

/** What an operator's hash list says of a digest. */
export type HashListEntry = {
  readonly list: string
  readonly meaning: string
  readonly category?: string | undefined
}

export interface IpLocator {
  lookup(ip: string, at: string | undefined): Awaitable<Answer<IpPlace>>
}
export interface IpNetworks {
  lookup(ip: string): Awaitable<Answer<IpNetwork>>
}
export interface Counties {
  /** The county at a point, and those within `withinKm` of it. */
  at(latitude: number, longitude: number, withinKm: number): Awaitable<Answer<County>>
  ofPostalCode(postalCode: string): Awaitable<Answer<County>>
  /** By a city's name within a state; a miss where the name is not one county's. */
  ofCity(city: string, region: string): Awaitable<Answer<County>>
}
export interface HashLists {
  /** `hash` is the normal form `algorithm:value`. One answer for each list that could be asked. */
  lookup(hash: string): Awaitable<readonly Answer<HashListEntry>[]>
}

/**
 * The sources that enrichment asks. An absent one is "not checked", never "no match". `overlay` is the operator's
 * own range table, which takes precedence over the databases, for reserved ranges too.
 */
export type Sources = {
  readonly overlay?: { readonly locator: IpLocator; readonly networks: IpNetworks } | undefined
  readonly locator?: IpLocator | undefined
  readonly networks?: IpNetworks | undefined
  readonly counties?: Counties | undefined
  readonly hashLists?: HashLists | undefined
}
