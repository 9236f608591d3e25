import type { PlaceFact } from '@opentipline/contract'

const standsFor = (role: PlaceFact['role']): PlaceFact['role'] =>
  role === 'file' || role === 'incident' ? 'subject' : role

/**
 * The places that count: where a person has corrected the place of a role, the other facts of that role count no more.
 * They are still facts and still shown; a file's or the incident's place, which stands in for the reported person's, goes
 * with theirs. Pure.
 */
export function correctedPlaces(places: readonly PlaceFact[]): PlaceFact[] {
  const corrected = new Set(places.filter(({ kind }) => kind === 'correction').map(({ role }) => role))
  return places.filter(({ kind, role }) => kind === 'correction' || !corrected.has(standsFor(role)))
}
