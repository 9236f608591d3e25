import type { Interval, UnknownEntry } from '@opentipline/contract'
import { labelOf, touchesLabel } from '../label/label-of.ts'
import type { Label } from '../label/rules.ts'
import type { CompiledPolicy } from '../policy/compile.ts'
import { evaluate, FALSE, TRUE, type Tri, UNKNOWN } from '../policy/condition.ts'
import type { SignalDefinition } from '../signals/facts.ts'
import { signalRegistry } from '../signals/registry.ts'
import {
  highPoints,
  type Lane,
  laneOf,
  lowPoints,
  rankByFloors,
  rankByPoints,
  type Standing,
} from './standing.ts'

/** What is turned: a report as it stands, with the values of its signals and of the policy's rules. */
export type Judged = {
  compiled: CompiledPolicy
  values: Uint8Array
  ruleValues: readonly Tri[]
  now: Standing
}

type Turn = UnknownEntry['ifTrue']

/** Where a turn leads, in numbers: how far each end moves, and what follows. Written anew by each turn of one report. */
type Turned = {
  riskLow: number
  riskHigh: number
  actionabilityLow: number
  actionabilityHigh: number
  rank: number
  lane: Lane
  label: Label
}

const emptyTurn = (): Turned => ({
  riskLow: 0,
  riskHigh: 0,
  actionabilityLow: 0,
  actionabilityHigh: 0,
  rank: 0,
  lane: 'work',
  label: 'referral',
})

/** Counts only the rules that read the signal. `values` holds the turned signal. */
function movePoints(out: Turned, { compiled, values, ruleValues }: Judged, touched: readonly number[]): void {
  out.riskLow = out.riskHigh = out.actionabilityLow = out.actionabilityHigh = 0
  for (const at of touched) {
    const compiledRule = compiled.rules[at]
    if (compiledRule === undefined) continue
    const before = ruleValues[at] ?? FALSE
    const after = evaluate(compiledRule.node, values)
    if (after === before) continue
    const { points, score } = compiledRule.rule
    const low = lowPoints(points, after) - lowPoints(points, before)
    const high = highPoints(points, after) - highPoints(points, before)
    if (score === 'risk') {
      out.riskLow += low
      out.riskHigh += high
    } else {
      out.actionabilityLow += low
      out.actionabilityHigh += high
    }
  }
}

/** `values` is changed for the moment and put back before this returns. */
function turn(out: Turned, judged: Judged, index: number, to: Tri): void {
  const { compiled, values, now } = judged
  const touched = compiled.touches[index]
  values[index] = to
  movePoints(out, judged, touched?.rules ?? [])
  const floorRank = touched?.floors === true ? rankByFloors(compiled, values) : now.floorRank
  out.label = touchesLabel(index) ? labelOf(values) : now.label
  values[index] = UNKNOWN
  const deciding =
    compiled.policy.order.end === 'low' ? now.risk.low + out.riskLow : now.risk.high + out.riskHigh
  out.rank = Math.min(rankByPoints(compiled, deciding), floorRank)
  out.lane = laneOf(compiled, out.rank, now.actionability.low + out.actionabilityLow, out.label)
}

/** How far a report moves: bands first, then lanes, then points at either end. */
function moveOf(now: Standing, to: Turned): number {
  const bands = Math.abs(now.rank - to.rank) * 1e9
  const lane = now.lane === to.lane && now.label === to.label ? 0 : 1e8
  const risk = Math.abs(to.riskLow) + Math.abs(to.riskHigh)
  return bands + lane + risk + Math.abs(to.actionabilityLow) + Math.abs(to.actionabilityHigh)
}

/** An interval that stays is shared, not copied: a whole queue is judged at once. */
const moved = (now: Interval, low: number, high: number): Interval =>
  low === 0 && high === 0 ? now : { low: now.low + low, high: now.high + high }

const shown = ({ compiled, now }: Judged, to: Turned): Turn => ({
  band: compiled.policy.bands[to.rank]?.id ?? '',
  risk: moved(now.risk, to.riskLow, to.riskHigh),
  actionability: moved(now.actionability, to.actionabilityLow, to.actionabilityHigh),
  lane: to.lane,
})

function isRead({ touches }: CompiledPolicy, index: number): boolean {
  const touched = touches[index]
  return touched?.floors === true || (touched?.rules.length ?? 0) > 0 || touchesLabel(index)
}

function entryOf(definition: SignalDefinition, ifTrue: Turn, ifFalse: Turn): UnknownEntry {
  const { name, question, act, providerAdvice } = definition
  const entry: UnknownEntry = { signal: name, says: question, ifTrue, ifFalse, act }
  if (providerAdvice !== undefined) entry.providerAdvice = providerAdvice
  return entry
}

/**
 * Each unknown signal that would move the report if it were known: where it would stand either way, and the act that
 * finds out. Largest move first; equal moves in the registry's order.
 */
export function whatIf(judged: Judged): UnknownEntry[] {
  const { compiled, values, now } = judged
  const moves: { move: number; entry: UnknownEntry }[] = []
  const ifTrue = emptyTurn()
  const ifFalse = emptyTurn()
  for (const [index, definition] of signalRegistry.entries()) {
    if (values[index] !== UNKNOWN || !isRead(compiled, index)) continue
    turn(ifTrue, judged, index, TRUE)
    turn(ifFalse, judged, index, FALSE)
    const move = Math.max(moveOf(now, ifTrue), moveOf(now, ifFalse))
    if (move > 0)
      moves.push({ move, entry: entryOf(definition, shown(judged, ifTrue), shown(judged, ifFalse)) })
  }
  return moves.toSorted((a, b) => b.move - a.move).map(({ entry }) => entry)
}
