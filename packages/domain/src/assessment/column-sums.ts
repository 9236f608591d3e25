import { blockRows, blockWords, type ColumnCondition } from './column-conditions.ts'

/** A rule over columns. */
export type ColumnRule = { points: number; when: ColumnCondition }

/** Four values of two bits are one byte: the number of a row in a table of 256 sums. */
const rulesPerTable = 4
/**
 * Tables that are looked up in one pass, so that the sums are read and written once for sixteen rules. Sixteen times `pointsMax` is
 * less than 2^15: both ends' sums fit into one number of 32 bits.
 */
const tablesPerPass = 4

type Table = {
  rules: readonly ColumnRule[]
  /** Both ends' sums for each combination: the high end times 2^16, plus the low end. */
  sums: Int32Array
  bytes: Uint8Array
  words: Uint32Array
}

/** What four rules add to each end for every combination of their values. Unknown counts at its worst and at its best. */
function tableOf(rules: readonly ColumnRule[]): Table {
  const sums = new Int32Array(256)
  for (let combination = 0; combination < 256; combination++) {
    let [low, high] = [0, 0]
    for (const [slot, { points }] of rules.entries()) {
      const isTrue = (combination >> (2 * slot + 1)) & 1
      const mayBe = (combination >> (2 * slot)) & 1
      low += points * (points > 0 ? isTrue : mayBe)
      high += points * (points > 0 ? mayBe : isTrue)
    }
    sums[combination] = high * 65_536 + low
  }
  const words = new Uint32Array(blockWords)
  return { rules, sums, words, bytes: new Uint8Array(words.buffer) }
}

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

const noWords = new Uint32Array(blockWords)
const noRule: ColumnCondition = () => noWords

function combine({ rules, words }: Table, start: number): void {
  const [first, second, third, fourth] = rules.map(({ when }) => when)
  const a = (first ?? noRule)(start)
  const b = (second ?? noRule)(start)
  const c = (third ?? noRule)(start)
  const d = (fourth ?? noRule)(start)
  for (let i = 0; i < blockWords; i++)
    words[i] = (a[i] ?? 0) | ((b[i] ?? 0) << 2) | ((c[i] ?? 0) << 4) | ((d[i] ?? 0) << 6)
}

export type Sums = { low: Int32Array; high: Int32Array }

function addTables(tables: readonly Table[], { low, high }: Sums, start: number): void {
  const [a = none, b = none, c = none, d = none] = tables
  const [aBytes, bBytes, cBytes, dBytes] = [a.bytes, b.bytes, c.bytes, d.bytes]
  const [aSums, bSums, cSums, dSums] = [a.sums, b.sums, c.sums, d.sums]
  const count = Math.min(blockRows, low.length - start)
  for (let i = 0; i < count; i++) {
    const both =
      (aSums[aBytes[i] ?? 0] ?? 0) +
      (bSums[bBytes[i] ?? 0] ?? 0) +
      (cSums[cBytes[i] ?? 0] ?? 0) +
      (dSums[dBytes[i] ?? 0] ?? 0)
    const lowSum = (both << 16) >> 16
    const row = start + i
    low[row] = (low[row] ?? 0) + lowSum
    high[row] = (high[row] ?? 0) + ((both - lowSum) >> 16)
  }
}

const none = tableOf([])

/** Adds the points of all rules to both ends of the rows of a block, by the row at which it begins. */
export function columnSums(rules: readonly ColumnRule[], sums: Sums): (start: number) => void {
  const passes = inGroups(inGroups(rules, rulesPerTable).map(tableOf), tablesPerPass)
  return (start) => {
    for (const tables of passes) {
      for (const table of tables) combine(table, start)
      addTables(tables, sums, start)
    }
  }
}
