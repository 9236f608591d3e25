import type { Finding, PlaceFact } from '@opentipline/contract'
import type { Messages } from '../../messages/en.ts'
import { fieldLabel } from '../../ui/fieldLabel.ts'

/** `Madison, WI 53703, US` from what is known of a place. */
export const placeText = (place: PlaceFact): string => {
  const region = [place.region, place.postalCode].filter(Boolean).join(' ')
  const named = [place.city, region, place.country].filter(Boolean).join(', ')
  if (named !== '') return place.countyFips && !place.city ? `${named} (FIPS ${place.countyFips})` : named
  return place.latitude !== undefined && place.longitude !== undefined
    ? `${place.latitude}, ${place.longitude}`
    : ''
}

const valueText = (value: unknown, t: Messages): string => {
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
  if (Array.isArray(value)) return value.map((each) => valueText(each, t)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, each]) => `${key} ${valueText(each, t)}`)
      .join(', ')
  return t.findingValues[String(value)] ?? String(value)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const placeKeys = ['city', 'region', 'postalCode', 'country']
/** What was asked stands with the evidence; it is not a result. */
const askedKeys = ['asked', 'ip', 'at']
/** What says itself needs no name before it. */
const selfEvident = ['kind', 'operator', 'list', 'meaning', 'host', 'domain', 'says']

/** A finding's result in one line: its place first, if it has one, then the rest by name. */
export const findingText = ({ value }: Finding, t: Messages): string => {
  const known = new Map(Object.entries(value).filter(([, each]) => !isEmpty(each)))
  const place = placeKeys.filter((key) => known.has(key)).map((key) => valueText(known.get(key), t))
  const rest = [...known]
    .filter(([name]) => !placeKeys.includes(name) && !askedKeys.includes(name))
    .map(([name, each]) =>
      selfEvident.includes(name) ? valueText(each, t) : `${fieldLabel(name, t)} ${valueText(each, t)}`,
    )
  return [place.join(', '), ...rest].filter((each) => each !== '').join(' · ')
}
