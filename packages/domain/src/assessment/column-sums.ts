import { blockRows, blockWords, type ColumnCondition } from './column-conditions.ts'

/** A rule over columns. */
export type ColumnRule = { points: number; when: ColumnCondition }

/** Four values of two bits are one byte: the number of a row in a table of 256 sums. */
const rulesPerTable = 4
/** Tables that are looked up in one pass, so that the sums are read and written once for sixteen rules. */
const tablesPerPass = 4

type Table = {
  rules: readonly ColumnRule[]
  low: Int32Array
  high: Int32Array
  bytes: Uint8Array
  words: Uint32Array
}

/** What four rules add to each end for every combination of their values. Unknown counts at its worst and at its best. */
function tableOf(rules: readonly ColumnRule[]): Table {
  const low = new Int32Array(256)
  const high = new Int32Array(256)
  for (let combination = 0; combination < 256; combination++) {
    for (const [slot, { points }] of rules.entries()) {
      const isTrue = (combination >> (2 * slot + 1)) & 1
      const mayBe = (combination >> (2 * slot)) & 1
      low[combination] = (low[combination] ?? 0) + points * (points > 0 ? isTrue : mayBe)
      high[combination] = (high[combination] ?? 0) + points * (points > 0 ? mayBe : isTrue)
    }
  }
  const words = new Uint32Array(blockWords)
  return { rules, low, high, words, bytes: new Uint8Array(words.buffer) }
}

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

function combine({ rules, words }: Table, start: number): void {
  words.fill(0)
  for (const [slot, { when }] of rules.entries()) {
    const values = when(start)
    const shift = 2 * slot
    for (let i = 0; i < blockWords; i++) words[i] = (words[i] ?? 0) | ((values[i] ?? 0) << shift)
  }
}

type Sums = { low: Int32Array; high: Int32Array }

function addTables(tables: readonly Table[], { low, high }: Sums, start: number): void {
  const [a = none, b = none, c = none, d = none] = tables
  const count = Math.min(blockRows, low.length - start)
  for (let i = 0; i < count; i++) {
    const [p, q, r, s] = [a.bytes[i] ?? 0, b.bytes[i] ?? 0, c.bytes[i] ?? 0, d.bytes[i] ?? 0]
    const row = start + i
    low[row] = (low[row] ?? 0) + (a.low[p] ?? 0) + (b.low[q] ?? 0) + (c.low[r] ?? 0) + (d.low[s] ?? 0)
    high[row] = (high[row] ?? 0) + (a.high[p] ?? 0) + (b.high[q] ?? 0) + (c.high[r] ?? 0) + (d.high[s] ?? 0)
  }
}

const none = tableOf([])

/** Both ends of the sum of all rules' points, for every row. */
export function columnSums(rules: readonly ColumnRule[], rows: number): Sums {
  const sums = { low: new Int32Array(rows), high: new Int32Array(rows) }
  const passes = inGroups(inGroups(rules, rulesPerTable).map(tableOf), tablesPerPass)
  for (let start = 0; start < rows; start += blockRows) {
    for (const tables of passes) {
      for (const table of tables) combine(table, start)
      addTables(tables, sums, start)
    }
  }
  return sums
}
