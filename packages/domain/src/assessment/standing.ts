import type { Interval } from '@opentipline/contract'
import { labelOf } from '../label/label-of.ts'
import type { Label } from '../label/rules.ts'
import type { CompiledPolicy, CompiledRule } from '../policy/compile.ts'
import { evaluate, FALSE, TRUE, type Tri } from '../policy/condition.ts'
import type { Policy } from '../policy/schema.ts'

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

/** What a rule adds to either end of its score when its condition has this value. */
function contribution(points: number, value: Tri): Interval {
  if (value === TRUE) return { low: points, high: points }
  if (value === FALSE) return { low: 0, high: 0 }
  return { low: Math.min(0, points), high: Math.max(0, points) }
}

function add(scores: Scores, { rule, node }: CompiledRule, values: ArrayLike<number>, sign: 1 | -1): void {
  const value = evaluate(node, values)
  if (value === FALSE) return
  const { low, high } = contribution(rule.points, value)
  const score = scores[rule.score]
  score.low += sign * low
  score.high += sign * high
}

/** Adds every rule's points to both ends. */
export function scoresOf({ rules }: CompiledPolicy, values: ArrayLike<number>): Scores {
  const scores: Scores = { risk: { low: 0, high: 0 }, actionability: { low: 0, high: 0 } }
  for (const rule of rules) add(scores, rule, values, 1)
  return scores
}

/**
 * The scores with one signal changed: only rules that read it are counted anew. `values` is changed for the moment and
 * put back before this returns.
 */
export function scoresWith(
  policy: CompiledPolicy,
  base: Scores,
  values: Uint8Array,
  index: number,
  to: Tri,
): Scores {
  const { rules: touched = [], scores: changed } = policy.touches[index] ?? {}
  // An interval that stays is shared, not copied: a whole queue is judged at once.
  const scores: Scores = {
    risk: changed?.risk === true ? { ...base.risk } : base.risk,
    actionability: changed?.actionability === true ? { ...base.actionability } : base.actionability,
  }
  const before = values[index] ?? 1
  for (const at of touched) {
    const rule = policy.rules[at]
    if (rule === undefined) continue
    add(scores, rule, values, -1)
    values[index] = to
    add(scores, rule, values, 1)
    values[index] = before
  }
  return scores
}

function rankByPoints({ bands }: Policy, points: number): number {
  const found = bands.findIndex(({ atLeast }) => atLeast !== undefined && points >= atLeast)
  return found < 0 ? bands.length - 1 : found
}

/** The least band that a floor forces at this end: the low end takes floors that hold, the high end those that may. */
function rankByFloors({ floors }: CompiledPolicy, values: ArrayLike<number>, end: 'low' | 'high'): number {
  const needed = end === 'low' ? TRUE : 1
  let rank = Number.POSITIVE_INFINITY
  for (const floor of floors) {
    if (floor.rank < rank && evaluate(floor.node, values) >= needed) rank = floor.rank
  }
  return rank
}

function laneOf(
  { lanes, workableAt, bands }: Policy,
  rank: number,
  actionability: Interval,
  label: Label,
): Lane {
  const band = bands[rank]?.id ?? ''
  const workable = actionability.low >= workableAt
  if (workable && lanes.now.includes(band)) return 'now'
  if (!workable && (lanes.now.includes(band) || lanes.enrich.includes(band))) return 'enrich'
  return label === 'informational' ? 'informational' : 'work'
}

/** What does not change with one signal: given for turns of signals that neither floors nor label rules read. */
export type Kept = { floorRank?: number | undefined; label?: Label | undefined }

/** Band, lane and label from the scores and the values of the signals. */
export function standingOf(
  compiled: CompiledPolicy,
  scores: Scores,
  values: ArrayLike<number>,
  kept: Kept = {},
): Standing {
  const { policy } = compiled
  const { end } = policy.order
  const floorRank = kept.floorRank ?? rankByFloors(compiled, values, end)
  const rank = Math.min(rankByPoints(policy, scores.risk[end]), floorRank)
  const label = kept.label ?? labelOf(values)
  return { ...scores, rank, floorRank, lane: laneOf(policy, rank, scores.actionability, label), label }
}
