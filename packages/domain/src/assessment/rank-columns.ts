import { type CompiledPolicy, compilePolicy } from '../policy/compile.ts'
import type { Policy } from '../policy/schema.ts'
import { blockRows, type ColumnCondition, columnCondition, type SignalColumns } from './column-conditions.ts'
import { columnSums } from './column-sums.ts'
import { countingOrder } from './counting-order.ts'

/** The new order of many reports. `order[0]` is the row that comes first; rows that tie keep their order. */
export type ColumnRanking = {
  order: Uint32Array
  riskLow: Int32Array
  riskHigh: Int32Array
  /** 0 is the highest band. */
  bandRank: Uint8Array
}

function bandByPoints({ bands }: Policy, scores: Int32Array): Uint8Array {
  const bandRank = new Uint8Array(scores.length).fill(bands.length - 1)
  const steps = bands.flatMap(({ atLeast }, rank) => (atLeast === undefined ? [] : [{ atLeast, rank }]))
  // Lowest threshold first: each pass lifts the rows that reach a higher band.
  for (const { atLeast, rank } of steps.toReversed()) {
    for (let row = 0; row < scores.length; row++) if ((scores[row] ?? 0) >= atLeast) bandRank[row] = rank
  }
  return bandRank
}

/** `needed` is the bit that makes a floor count: "is true" for the low end, "may be true" for the high one. */
type FloorRule = { rank: number; needed: 1 | 2; when: ColumnCondition }

function raiseByFloor({ rank, needed, when }: FloorRule, bandRank: Uint8Array, start: number): void {
  const words = when(start)
  const values = new Uint8Array(words.buffer, words.byteOffset, blockRows)
  const count = Math.min(blockRows, bandRank.length - start)
  for (let i = 0; i < count; i++) {
    if (((values[i] ?? 0) & needed) !== 0 && (bandRank[start + i] ?? 0) > rank) bandRank[start + i] = rank
  }
}

function floorRules({ floors, policy }: CompiledPolicy, columns: SignalColumns): FloorRule[] {
  const needed = policy.order.end === 'low' ? 2 : 1
  return floors.map(({ rank, node }) => ({ rank, needed, when: columnCondition(node, columns) }))
}

/**
 * Ranks many reports under a policy, by the same rules as `assess`: for previewing an edited policy over
 * a whole queue. Pure; allocates 13 bytes a row and scratch.
 */
export function rankColumns(policy: Policy, columns: SignalColumns): ColumnRanking {
  const compiled = compilePolicy(policy)
  const rules = compiled.rules
    .filter(({ rule }) => rule.score === 'risk')
    .map(({ rule, node }) => ({ points: rule.points, when: columnCondition(node, columns) }))
  const { low: riskLow, high: riskHigh } = columnSums(rules, columns.rows)
  const [first, second] = policy.order.end === 'low' ? [riskLow, riskHigh] : [riskHigh, riskLow]
  const bandRank = bandByPoints(policy, first)
  for (const floor of floorRules(compiled, columns)) {
    for (let start = 0; start < columns.rows; start += blockRows) raiseByFloor(floor, bandRank, start)
  }
  return { order: countingOrder(bandRank, first, second), riskLow, riskHigh, bandRank }
}
