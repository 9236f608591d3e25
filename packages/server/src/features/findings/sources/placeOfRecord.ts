import type { IpPlace } from '@opentipline/domain'

type Fields = Readonly<Record<string, unknown>>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** The name in English, where a record carries names by language. */
const englishName = (value: unknown): string | undefined => text(fields(fields(value).names).en)

/** The flat records of DB-IP by ip-location-db. */
const flat = (record: Fields): IpPlace => ({
  country: text(record.country_code),
  region: text(record.state1),
  city: text(record.city),
  postalCode: text(record.postcode),
  latitude: number(record.latitude),
  longitude: number(record.longitude),
  timeZone: text(record.timezone),
})

/** The nested records of GeoIP2, GeoLite2 and DB-IP's own files. */
function nested(record: Fields): IpPlace {
  const location = fields(record.location)
  const division: unknown = Array.isArray(record.subdivisions) ? record.subdivisions[0] : undefined
  return {
    country: text(fields(record.country).iso_code),
    region: text(fields(division).iso_code) ?? englishName(division),
    city: englishName(record.city),
    postalCode: text(fields(record.postal).code),
    latitude: number(location.latitude),
    longitude: number(location.longitude),
    accuracyRadiusKm: number(location.accuracy_radius),
    timeZone: text(location.time_zone),
  }
}

/** A database record as a place, or undefined when it names none. Both record shapes in use are read. */
export function placeOfRecord(record: unknown): IpPlace | undefined {
  const given = fields(record)
  const place = 'country_code' in given ? flat(given) : nested(given)
  return place.country === undefined && place.latitude === undefined ? undefined : place
}
