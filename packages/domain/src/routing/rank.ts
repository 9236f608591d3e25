import type { PlaceFact } from '@opentipline/contract'

const kinds: readonly PlaceFact['kind'][] = [
  'correction',
  'stated address',
  'school',
  'coordinates',
  'estimated location',
  'ip location',
  'phone region',
  'profile',
  'text place',
]
const roles: readonly PlaceFact['role'][] = ['child', 'subject', 'file', 'incident', 'recipient']
const specificities: readonly PlaceFact['specificity'][] = [
  'address',
  'postal code',
  'city',
  'county',
  'region',
  'country',
]
const confidences: readonly PlaceFact['confidence'][] = ['high', 'medium', 'low']

/** Places of low confidence (behind a VPN, from free text, from a number's area code) stand behind all others. */
export const isFirm = (place: PlaceFact): boolean => place.confidence !== 'low'

const newerFirst = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The better of two place facts first: firm before doubtful, then by kind, role, specificity, confidence and recency, and
 * at last by the pointer to its evidence, so that the order of the input never matters.
 */
export const comparePlaces = (a: PlaceFact, b: PlaceFact): number =>
  Number(isFirm(b)) - Number(isFirm(a)) ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  roles.indexOf(a.role) - roles.indexOf(b.role) ||
  specificities.indexOf(a.specificity) - specificities.indexOf(b.specificity) ||
  confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
  newerFirst(a.at, b.at) ||
  byText(a.evidence.ref, b.evidence.ref) ||
  byText(JSON.stringify(a), JSON.stringify(b))
