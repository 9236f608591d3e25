import type { Interval } from '@opentipline/contract'
import { labelOf } from '../label/label-of.ts'
import type { Label } from '../label/rules.ts'
import type { CompiledPolicy } from '../policy/compile.ts'
import { evaluate, FALSE, TRUE, type Tri } from '../policy/condition.ts'

export type Lane = 'now' | 'work' | 'enrich' | 'informational'

/** Where a report stands under a policy: the two scores, never added, and what follows from them. */
export type Standing = {
  risk: Interval
  actionability: Interval
  /** 0 is the highest band. */
  rank: number
  lane: Lane
  label: Label
  /** The least band that floors force; greater than any rank where none does. */
  floorRank: number
}

export type Scores = { risk: Interval; actionability: Interval }

/** What a rule adds to the low end of its score when its condition has this value. */
export const lowPoints = (points: number, value: Tri): number =>
  value === TRUE ? points : value === FALSE || points > 0 ? 0 : points

/** What a rule adds to the high end of its score when its condition has this value. */
export const highPoints = (points: number, value: Tri): number =>
  value === TRUE ? points : value === FALSE || points < 0 ? 0 : points

/** The value of each rule's condition, by its place in the policy. */
export function ruleValuesOf({ rules }: CompiledPolicy, values: ArrayLike<number>): Tri[] {
  return rules.map(({ node }) => evaluate(node, values))
}

/** Adds every rule's points to both ends. */
export function scoresOf({ rules }: CompiledPolicy, ruleValues: readonly Tri[]): Scores {
  const scores: Scores = { risk: { low: 0, high: 0 }, actionability: { low: 0, high: 0 } }
  for (const [at, { rule }] of rules.entries()) {
    const value = ruleValues[at] ?? FALSE
    const score = scores[rule.score]
    score.low += lowPoints(rule.points, value)
    score.high += highPoints(rule.points, value)
  }
  return scores
}

/** The highest band that these points reach. */
export function rankByPoints({ policy: { bands } }: CompiledPolicy, points: number): number {
  for (let rank = 0; rank < bands.length; rank++) {
    const atLeast = bands[rank]?.atLeast
    if (atLeast !== undefined && points >= atLeast) return rank
  }
  return bands.length - 1
}

/** The least band that a floor forces: where the low end decides by floors that hold, else by those that may. */
export function rankByFloors({ floors, policy }: CompiledPolicy, values: ArrayLike<number>): number {
  const needed = policy.order.end === 'low' ? TRUE : 1
  let rank = Number.POSITIVE_INFINITY
  for (const floor of floors) {
    if (floor.rank < rank && evaluate(floor.node, values) >= needed) rank = floor.rank
  }
  return rank
}

/** `actionabilityLow` is the low end of that score. */
export function laneOf(
  { policy, lanes }: CompiledPolicy,
  rank: number,
  actionabilityLow: number,
  label: Label,
): Lane {
  const lane = lanes[rank]
  const workable = actionabilityLow >= policy.workableAt
  if (workable && lane?.now === true) return 'now'
  if (!workable && lane?.enrich === true) return 'enrich'
  return label === 'informational' ? 'informational' : 'work'
}

/** Band, lane and label from the scores and the values of the signals. */
export function standingOf(compiled: CompiledPolicy, scores: Scores, values: ArrayLike<number>): Standing {
  const floorRank = rankByFloors(compiled, values)
  const rank = Math.min(rankByPoints(compiled, scores.risk[compiled.policy.order.end]), floorRank)
  const label = labelOf(values)
  const lane = laneOf(compiled, rank, scores.actionability.low, label)
  return { ...scores, rank, floorRank, lane, label }
}
