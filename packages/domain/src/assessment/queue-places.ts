import type { Assessment, Interval, UnknownEntry } from '@opentipline/contract'
import { laneUnder } from '../label/lane-under.ts'
import type { Policy } from '../policy/schema.ts'

/** Where a tip stands in a queue, the next clock and the tip's number aside: those part equals only. */
export type QueueSpot = {
  lane: Assessment['lane']
  /** 0 is the highest band. */
  bandRank: number
  risk: Interval
}

/** The other tips of a queue that stand on one spot: how many, and how many of them go before the tip asked about. */
export type QueueStep = QueueSpot & { tips: number; before: number }

/** The points that order a band, the end that the policy names first. */
const ends = ({ low, high }: Interval, end: Policy['order']['end']): [number, number] =>
  end === 'high' ? [high, low] : [low, high]

/** Less than 0 where `a` goes before `b` in a lane of a queue with this order. */
export function comparePlaces(a: QueueSpot, b: QueueSpot, end: Policy['order']['end']): number {
  const [first, second] = ends(a.risk, end)
  const [otherFirst, otherSecond] = ends(b.risk, end)
  return a.bandRank - b.bandRank || otherFirst - first || otherSecond - second
}

/** The place in its lane, from 1, that a tip would have on this spot among the others. */
export function queuePlace(
  others: readonly QueueStep[],
  spot: QueueSpot,
  end: Policy['order']['end'],
): number {
  let place = 1
  for (const step of others) {
    if (step.lane !== spot.lane) continue
    const order = comparePlaces(step, spot, end)
    if (order < 0) place += step.tips
    else if (order === 0) place += step.before
  }
  return place
}

export type PlacesInput = {
  assessment: Assessment
  /** The policy that the assessment was made under. */
  policy: Policy
  /** A person's label, which decides the lane in place of the computed one; or null. */
  label: Assessment['label'] | null
  /** The other open tips of the agency's queue. */
  others: readonly QueueStep[]
}

type Turn = UnknownEntry['ifTrue']

/**
 * The unknowns of an assessment with the place in the queue that the tip would take either way. Those that change the band come
 * first, then those that change the lane, then by how many places the tip would move; equal moves keep their order. Pure.
 */
export function placeUnknowns({ assessment, policy, label, others }: PlacesInput): UnknownEntry[] {
  const rankOf = (band: string): number => policy.bands.findIndex(({ id }) => id === band)
  const spotOf = ({ band, risk, lane }: Pick<Turn, 'band' | 'risk' | 'lane'>): QueueSpot => ({
    lane: label === null ? lane : laneUnder(label, lane),
    bandRank: rankOf(band),
    risk,
  })
  const now = spotOf({ ...assessment.risk, risk: assessment.risk, lane: assessment.lane })
  const place = queuePlace(others, now, policy.order.end)
  const turn = (outcome: Turn) => {
    const spot = spotOf(outcome)
    const to = queuePlace(others, spot, policy.order.end)
    const move: Move = {
      bands: Math.abs(spot.bandRank - now.bandRank),
      lane: spot.lane === now.lane ? 0 : 1,
      places: spot.lane === now.lane ? Math.abs(to - place) : 0,
    }
    return { outcome: { ...outcome, lane: spot.lane, place: to }, move }
  }
  const placed = assessment.unknown.map((entry) => {
    const [ifTrue, ifFalse] = [turn(entry.ifTrue), turn(entry.ifFalse)]
    const move = compareMoves(ifTrue.move, ifFalse.move) <= 0 ? ifTrue.move : ifFalse.move
    return { move, entry: { ...entry, ifTrue: ifTrue.outcome, ifFalse: ifFalse.outcome } }
  })
  return placed.toSorted((a, b) => compareMoves(a.move, b.move)).map(({ entry }) => entry)
}

type Move = { bands: number; lane: number; places: number }

/** Less than 0 where `a` is the larger move. */
const compareMoves = (a: Move, b: Move): number => b.bands - a.bands || b.lane - a.lane || b.places - a.places
