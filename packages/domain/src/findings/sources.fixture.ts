import type { Answer, County, IpNetwork, IpPlace, Sources } from './answers.ts'

/** Sources for tests: one city, one address at home in it, one behind a VPN, one of a carrier. */
export const atlas = {
  home: '192.0.2.10',
  /** Some 75 km from home: within what databases err by. */
  near: '192.0.2.11',
  vpn: '192.0.2.66',
  carrier: '192.0.2.77',
  far: '192.0.2.200',
  global: '8.8.8.8',
  time: '2026-01-13T07:15:00Z',
  zip: '45402',
  latitude: 39.75,
  longitude: -84.19,
} as const

const by = { source: 'table', sourceVersion: '1', sourceDate: '2026-01-01' }
const hit = <T>(value: T): Answer<T> => ({ answer: 'hit', value, confidence: 'medium', by })
const miss: Answer<never> = { answer: 'miss', by }

const dayton: IpPlace = {
  country: 'US',
  region: 'OH',
  city: 'Dayton',
  latitude: atlas.latitude,
  longitude: atlas.longitude,
}
const honolulu: IpPlace = { country: 'US', region: 'HI', city: 'Honolulu', latitude: 21.3, longitude: -157.8 }
const cincinnati: IpPlace = {
  country: 'US',
  region: 'OH',
  city: 'Cincinnati',
  latitude: 39.1,
  longitude: -84.5,
}
const montgomery: County = { countyFips: '39113', countyName: 'Montgomery', region: 'OH', near: [] }

const kinds: Readonly<Record<string, IpNetwork['kind']>> = {
  [atlas.home]: 'residential',
  [atlas.near]: 'residential',
  [atlas.vpn]: 'vpn',
  [atlas.carrier]: 'carrier',
  [atlas.far]: 'residential',
}

const elsewhere: Readonly<Record<string, IpPlace>> = { [atlas.far]: honolulu, [atlas.near]: cincinnati }

export const fakeSources: Sources = {
  overlay: {
    locator: { lookup: (ip) => (ip in kinds ? hit(elsewhere[ip] ?? dayton) : miss) },
    networks: {
      lookup: (ip) => {
        const kind = kinds[ip]
        return kind === undefined ? miss : hit({ kind })
      },
    },
  },
  counties: {
    at: (latitude) => (Math.abs(latitude - atlas.latitude) < 0.1 ? hit(montgomery) : miss),
    ofPostalCode: (zip) => (zip === atlas.zip ? hit(montgomery) : miss),
    ofCity: () => miss,
  },
}
