import type { PlaceCorrectionRequest } from '@opentipline/contract'
import { usStates } from '@opentipline/domain'

/** An unfinished correction. Nothing in it but the country is chosen beforehand, and that may be changed. */
export type PlaceDraft = {
  role: PlaceCorrectionRequest['role']
  country: string
  region: string
  countyFips: string
  city: string
  postalCode: string
}

export const emptyPlace: PlaceDraft = {
  role: 'subject',
  country: 'US',
  region: '',
  countyFips: '',
  city: '',
  postalCode: '',
}

export type PlaceFault = 'country' | 'county'

const isUs = ({ country }: PlaceDraft): boolean => country.trim().toUpperCase() === 'US'

/** What is wrong with a place, in the order of the form. Empty: it can be sent. */
export const placeFaults = (draft: PlaceDraft): PlaceFault[] => {
  const faults: PlaceFault[] = []
  if (!/^[A-Za-z]{2}$/.test(draft.country.trim())) faults.push('country')
  const county = draft.countyFips.trim()
  const state = usStates.find(({ code }) => code === draft.region)
  if (isUs(draft) && county !== '' && !(/^\d{5}$/.test(county) && state && county.startsWith(state.fips)))
    faults.push('county')
  return faults
}

const given = (name: 'region' | 'countyFips' | 'city' | 'postalCode', value: string) =>
  value.trim() === '' ? {} : { [name]: value.trim() }

/** The request for a place without faults. Fields left empty are not sent: nothing is known of them. */
export const placeRequest = (draft: PlaceDraft, because: string): PlaceCorrectionRequest => {
  const { region, countyFips, city, postalCode } = draft
  return {
    role: draft.role,
    country: draft.country.trim().toUpperCase(),
    ...given('region', region),
    ...(isUs(draft) ? given('countyFips', countyFips) : {}),
    ...given('city', city),
    ...given('postalCode', postalCode),
    because,
  }
}
