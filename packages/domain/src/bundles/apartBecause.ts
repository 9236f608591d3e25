import type { PlaceFact } from '@opentipline/contract'
import { correctedPlaces } from '../places/correctedPlaces.ts'
import { signalIndex } from '../policy/compile.ts'
import { TRUE } from '../policy/condition.ts'
import { signalNamed } from '../signals/registry.ts'

/**
 * Signals about this report's own people or moment, which the item that a bundle shares does not explain. What comes with
 * the file itself (its labels, its count) is the same for all members and pulls nobody out. A choice of this project.
 */
const aggravating: readonly string[] = [
  'provider escalated',
  'crisis stated',
  'contact abuse indicated',
  'live streaming',
  'enticement',
  'sextortion',
  'sadistic exploitation',
  'trafficking or tourism',
  'child identifiable',
  'access to children',
  'occupation with children',
  'registered offender',
  'prior reports',
  'linked to other reports',
  'organised group',
  'home-made material',
  'commercial distribution',
  'prior sexual convictions',
  'prior allegations',
  'domestic abuse',
  'lives with children',
  'position of trust',
  'officer concern',
]

const locating: readonly string[] = ['child located', 'child located precisely']

const near: readonly PlaceFact['specificity'][] = ['address', 'postal code', 'city', 'county']

/**
 * The reported person is located to a county or nearer by more than a database's place of a network address: by that nearly
 * every tip was routed, so it tells no member from another. A choice of this project.
 */
const isLocated = (places: readonly PlaceFact[]): boolean =>
  correctedPlaces(places).some(
    ({ role, kind, specificity, confidence }) =>
      role === 'subject' && kind !== 'ip location' && confidence !== 'low' && near.includes(specificity),
  )

const apart = [...aggravating, ...locating].map((name) => ({ name, index: signalIndex(name) }))

/**
 * Why a member of a bundle is not covered by a decision on the bundle, as the questions its signals answer with yes; empty
 * where it may be covered. `values` are those of `valuesOf`, `places` all that are known.
 */
export const apartBecause = (values: ArrayLike<number>, places: readonly PlaceFact[]): string[] => [
  ...apart.filter(({ index }) => values[index] === TRUE).map(({ name }) => asked(name)),
  ...(isLocated(places) ? [asked('subject located precisely')] : []),
]

const asked = (name: string): string => signalNamed(name)?.question ?? name
