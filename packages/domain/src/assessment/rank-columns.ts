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

/** Bands of a block's rows by their points, without floors. */
function bandByPoints({ bands }: Policy, scores: Int32Array, bandRank: Uint8Array, start: number): void {
  const end = Math.min(start + blockRows, scores.length)
  bandRank.fill(bands.length - 1, start, end)
  const steps = bands.flatMap(({ atLeast }, rank) => (atLeast === undefined ? [] : [{ atLeast, rank }]))
  // Lowest threshold first: each pass lifts the rows that reach a higher band.
  for (const { atLeast, rank } of steps.toReversed()) {
    for (let row = start; row < end; row++) if ((scores[row] ?? 0) >= atLeast) bandRank[row] = rank
  }
}

/** `needed` is the bit that makes a floor count: "is true" for the low end, "may be true" for the high one. */
type FloorRule = { rank: number; needed: 1 | 2; when: ColumnCondition }

function raiseByFloor({ rank, needed, when }: FloorRule, bandRank: Uint8Array, start: number): void {
  const words = when(start)
  const values = new Uint8Array(words.buffer, words.byteOffset, blockRows)
  const count = Math.min(blockRows, bandRank.length - start)
  const inAnyOfFour = needed * 0x01010101
  for (let i = 0; i < count; i++) {
    // Floors are for what is rare: four rows at a time are passed over.
    if ((i & 3) === 0 && ((words[i >> 2] ?? 0) & inAnyOfFour) === 0) i += 3
    else if (((values[i] ?? 0) & needed) !== 0 && (bandRank[start + i] ?? 0) > rank)
      bandRank[start + i] = rank
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
  const [riskLow, riskHigh] = [new Int32Array(columns.rows), new Int32Array(columns.rows)]
  const bandRank = new Uint8Array(columns.rows)
  const [first, second] = policy.order.end === 'low' ? [riskLow, riskHigh] : [riskHigh, riskLow]
  const addPoints = columnSums(rules, { low: riskLow, high: riskHigh })
  const floors = floorRules(compiled, columns)
  for (let start = 0; start < columns.rows; start += blockRows) {
    addPoints(start)
    bandByPoints(policy, first, bandRank, start)
    for (const floor of floors) raiseByFloor(floor, bandRank, start)
  }
  const order = countingOrder({ bandRank, bands: policy.bands.length, first, second })
  return { order, riskLow, riskHigh, bandRank }
}
