import type { PlaceFact, Route } from '@opentipline/contract'
import { routeSentence } from './explain.ts'
import { type Confidence, type Match, matchPlace } from './match.ts'
import { comparePlaces, isFirm } from './rank.ts'
import type { Registry } from './registry.ts'

/** Agencies that one side (the child, or the reported person) may lead to: a traveller's log-ins must not reach everybody. */
export const agenciesPerSideMax = 3

/** `at`: UTC, ISO 8601, the moment for which service areas are asked. */
export type RouteInput = { places: readonly PlaceFact[]; registry: Registry; at: string }

type Found = { place: PlaceFact; match: Match }

const levels: readonly Confidence[] = ['low', 'medium', 'high']
const weakest = (a: Confidence, b: Confidence): Confidence => (levels.indexOf(a) < levels.indexOf(b) ? a : b)
const strongest = (a: Confidence, b: Confidence): Confidence =>
  levels.indexOf(a) < levels.indexOf(b) ? b : a

/** A guess among the task forces of a state, while another place of the side names the task force outright. */
const outdone = ({ place, match }: Found, all: readonly Found[]): boolean =>
  match.doubt !== undefined &&
  all.some(
    (other) => other.match.doubt === undefined && other.place.region === place.region && isFirm(other.place),
  )

/** The places of one side that lead to an agency: the best for each agency; doubtful ones only if there is no firm one. */
function side(places: readonly PlaceFact[], { registry, at }: RouteInput): Found[] {
  const found = places.toSorted(comparePlaces).flatMap((place) => {
    const match = matchPlace(registry, place, at.slice(0, 10))
    return match === undefined ? [] : [{ place, match }]
  })
  const firm = found.filter((one) => isFirm(one.place) && !outdone(one, found))
  const best = firm.length > 0 ? firm : found.slice(0, 1)
  const first = best.filter(
    (one, index) => best.findIndex((other) => other.match.agency.id === one.match.agency.id) === index,
  )
  return first.slice(0, agenciesPerSideMax)
}

/** The reported person's own places; where none leads anywhere, those of the files and the incident stand in. */
function subjectSide(input: RouteInput): Found[] {
  const own = side(
    input.places.filter((place) => place.role === 'subject'),
    input,
  )
  if (own.some(({ place }) => isFirm(place))) return own
  const standIns = side(
    input.places.filter((place) => place.role === 'file' || place.role === 'incident'),
    input,
  )
  return own.length > 0 && !standIns.some(({ place }) => isFirm(place)) ? own : standIns
}

const confidenceOf = ({ place, match }: Found): Confidence => weakest(place.confidence, match.confidence)

function toRoute(all: readonly Found[]): Route[] {
  const [best] = all.toSorted((a, b) => levels.indexOf(confidenceOf(b)) - levels.indexOf(confidenceOf(a)))
  if (best === undefined) return []
  return [
    {
      agency: best.match.agency.id,
      because: routeSentence(
        all.map(({ place }) => place),
        best.match,
      ),
      place: best.place,
      confidence: all.map(confidenceOf).reduce(strongest),
      missing: [],
    },
  ]
}

function missingFor(places: readonly PlaceFact[]): string[] {
  const sides = places.filter((place) => place.role !== 'recipient')
  const missing = [
    sides.some((place) => place.country === 'US' && place.region === undefined) &&
      'the state: only the United States is known',
    sides.some((place) => place.kind === 'school' && place.region === undefined) &&
      'the town and state of the school',
    !sides.some((place) => place.role !== 'child') &&
      'where the reported person is: an address with its exact time and port, or a location the provider holds',
    !sides.some((place) => place.role === 'child') && 'where the child is',
    places.some((place) => place.role === 'recipient') &&
      "anything but a recipient's place, which is not where the reported person or the child is",
  ]
  const told = missing.filter((entry) => entry !== false)
  return told.length > 0 ? told : ['a place with its state or country']
}

const unrouted = (places: readonly PlaceFact[]): Route => ({
  agency: null,
  because: 'No place fact leads to an agency yet, so it waits in the clearinghouse for one.',
  confidence: 'high',
  missing: missingFor(places),
})

/**
 * The agencies a report is made available to, the child's side first, each with its reason in one sentence. Child and reported
 * person are asked for apart: where they differ, both areas receive it. Without a place that leads anywhere it goes
 * to the clearinghouse's own queue (`agency` null) with what is missing. Never empty. Pure, total, and independent of
 * the order of `places`.
 */
export function route(input: RouteInput): Route[] {
  const child = side(
    input.places.filter((place) => place.role === 'child'),
    input,
  )
  const found = [...child, ...subjectSide(input)]
  const agencies = [...new Set(found.map(({ match }) => match.agency.id))]
  const routes = agencies.flatMap((id) => toRoute(found.filter(({ match }) => match.agency.id === id)))
  return routes.length > 0 ? routes : [unrouted(input.places)]
}
