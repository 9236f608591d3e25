import type { PlaceFact } from '@opentipline/contract'
import type { Match } from './match.ts'

const whose: Record<PlaceFact['role'], string> = {
  subject: "the reported person's",
  child: "the child's",
  recipient: "a recipient's",
  incident: "the incident's",
  file: "a file's",
}

const what: Record<PlaceFact['kind'], string> = {
  'stated address': 'stated address',
  'estimated location': 'location as estimated by the provider',
  'ip location': 'network address location',
  'phone region': 'telephone region',
  school: 'school',
  coordinates: 'coordinates',
  'text place': 'place named in text',
  profile: 'place named in a profile',
  correction: 'place as corrected by a person',
}

const where = (place: PlaceFact): string =>
  [place.city, place.countyFips && `county ${place.countyFips}`, place.region, place.country]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

/** A place fact in words: whose, by what evidence, where. */
const placeInWords = (place: PlaceFact): string =>
  `${whose[place.role]} ${what[place.kind]} (${where(place)})`

/** Why an agency receives the report, in one sentence; abroad with the legal basis that its entry names. */
export function routeSentence(places: readonly PlaceFact[], match: Match): string {
  const subject = places.map(placeInWords).join(' and ')
  const verb = places.length > 1 ? 'are' : 'is'
  const doubt = match.doubt === undefined ? '' : `; this is uncertain, because ${match.doubt}`
  const basis = match.agency.legalBasis === undefined ? '' : ` (${match.agency.legalBasis})`
  const sentence = `${subject} ${verb} in the area of ${match.agency.name}, ${match.by}${basis}${doubt}.`
  return sentence[0]?.toUpperCase() + sentence.slice(1)
}
