import type { Signal } from '@opentipline/contract'
import type { Node } from '../policy/condition.ts'
import { signalRegistry } from '../signals/registry.ts'

/** Reports worked on at once: the scratch columns of a block stay in the processor's cache. A multiple of four. */
export const blockRows = 8192

/**
 * A value as two bits: the lower says "may be true", the upper "is true". So `all` is bitwise and, `any` is bitwise or, and
 * four reports go through in one 32-bit word.
 */
export const columnValue = { false: 0, unknown: 1, true: 3 } as const satisfies Record<
  Signal['value'],
  number
>

/**
 * Signals of many reports as columns: one byte (`columnValue`) per report and signal, by position in the registry.
 * Make it with `emptyColumns`: a column's memory is padded to whole blocks.
 */
export type SignalColumns = { rows: number; columns: readonly Uint8Array[] }

/** Columns for this many reports, all unknown. */
export function emptyColumns(rows: number): SignalColumns {
  const padded = Math.ceil(rows / blockRows) * blockRows
  return {
    rows,
    columns: signalRegistry.map(() => new Uint8Array(padded).fill(columnValue.unknown).subarray(0, rows)),
  }
}

/** The values of a condition for the block that starts at a row, four to a word. Not to be kept or written to. */
export type ColumnCondition = (start: number) => Uint32Array

export const blockWords = blockRows / 4
const unknownWords = new Uint32Array(blockWords).fill(0x01010101)

/** Four parts at a time, so that what is put together is read and written less often. The last part stands in for what is missing. */
function inFours(parts: readonly ColumnCondition[]): ColumnCondition[][] {
  const last = parts.at(-1)
  return Array.from({ length: Math.ceil(parts.length / 4) }, (_, at) =>
    [0, 1, 2, 3].flatMap((slot) => parts[at * 4 + slot] ?? last ?? []),
  )
}

const wordsAt = (parts: readonly ColumnCondition[], slot: number, start: number): Uint32Array =>
  parts[slot]?.(start) ?? unknownWords

function both(parts: readonly ColumnCondition[]): ColumnCondition {
  const out = new Uint32Array(blockWords)
  const fours = inFours(parts)
  return (start) => {
    out.fill(0xffffffff)
    for (const four of fours) {
      const [a, b] = [wordsAt(four, 0, start), wordsAt(four, 1, start)]
      const [c, d] = [wordsAt(four, 2, start), wordsAt(four, 3, start)]
      for (let i = 0; i < blockWords; i++)
        out[i] = (out[i] ?? 0) & (a[i] ?? 0) & (b[i] ?? 0) & (c[i] ?? 0) & (d[i] ?? 0)
    }
    return out
  }
}

function either(parts: readonly ColumnCondition[]): ColumnCondition {
  const out = new Uint32Array(blockWords)
  const fours = inFours(parts)
  return (start) => {
    out.fill(0)
    for (const four of fours) {
      const [a, b] = [wordsAt(four, 0, start), wordsAt(four, 1, start)]
      const [c, d] = [wordsAt(four, 2, start), wordsAt(four, 3, start)]
      for (let i = 0; i < blockWords; i++)
        out[i] = (out[i] ?? 0) | (a[i] ?? 0) | (b[i] ?? 0) | (c[i] ?? 0) | (d[i] ?? 0)
    }
    return out
  }
}

/** "Is true" becomes "is not possible", and the other way round: both bits flip and change places. */
function mirror(inner: ColumnCondition): ColumnCondition {
  const out = new Uint32Array(blockWords)
  return (start) => {
    const words = inner(start)
    for (let i = 0; i < blockWords; i++) {
      const flipped = ~(words[i] ?? 0) & 0x03030303
      out[i] = ((flipped << 1) & 0x02020202) | ((flipped >>> 1) & 0x01010101)
    }
    return out
  }
}

function signalColumn(column: Uint8Array | undefined): ColumnCondition {
  if (column === undefined) return () => unknownWords
  return (start) => new Uint32Array(column.buffer, column.byteOffset + start, blockWords)
}

/** A condition over columns, a block at a time, with the same three values as `evaluate` gives for one report. */
export function columnCondition(node: Node, columns: SignalColumns): ColumnCondition {
  switch (node.op) {
    case 'signal':
      return signalColumn(columns.columns[node.index])
    case 'not':
      return mirror(columnCondition(node.of, columns))
    case 'all':
      return both(node.of.map((part) => columnCondition(part, columns)))
    case 'any':
      return either(node.of.map((part) => columnCondition(part, columns)))
  }
}
