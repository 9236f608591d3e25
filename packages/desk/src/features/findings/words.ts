import type { Finding, PlaceFact } from '@opentipline/contract'

/** `Madison, Dane, WI 53703, US` from what is known of a place. */
export const placeText = (place: PlaceFact): string => {
  const region = [place.region, place.postalCode].filter(Boolean).join(' ')
  const named = [place.city, region, place.country].filter(Boolean).join(', ')
  if (named !== '') return place.countyFips && !place.city ? `${named} (FIPS ${place.countyFips})` : named
  return place.latitude !== undefined && place.longitude !== undefined
    ? `${place.latitude}, ${place.longitude}`
    : ''
}

const valueText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, each]) => `${key} ${valueText(each)}`)
      .join(', ')
  return String(value)
}

const placeKeys = ['city', 'region', 'country']

/** A finding's result in one line: its place first, if it has one, then the rest by name. */
export const findingText = ({ value }: Finding): string => {
  const known = Object.entries(value).filter(([, each]) => each !== undefined && each !== null && each !== '')
  const place = placeKeys.flatMap((key) =>
    known.filter(([name]) => name === key).map(([, each]) => valueText(each)),
  )
  const rest = known
    .filter(([name]) => !placeKeys.includes(name))
    .map(([name, each]) => `${name} ${valueText(each)}`)
  return [place.join(', '), ...rest].filter((each) => each !== '').join(' · ')
}
