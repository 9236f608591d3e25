type Bounds = { least: number; greatest: number }

function boundsOf(values: ArrayLike<number>): Bounds {
  let least = values[0] ?? 0
  let greatest = least
  for (let row = 1; row < values.length; row++) {
    const value = values[row] ?? 0
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return { least, greatest }
}

/** Rows in `order` by one column, greatest first; rows that tie keep their order. Counting sort, linear. */
function pass(order: Uint32Array, values: Int32Array): Uint32Array {
  const { least, greatest } = boundsOf(values)
  const next = new Uint32Array(greatest - least + 2)
  for (let row = 0; row < values.length; row++) {
    const slot = greatest - (values[row] ?? 0) + 1
    next[slot] = (next[slot] ?? 0) + 1
  }
  for (let slot = 1; slot < next.length; slot++) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0
    const slot = greatest - (values[row] ?? 0)
    const at = next[slot] ?? 0
    sorted[at] = row
    next[slot] = at + 1
  }
  return sorted
}

/** Widest key that is counted in one pass: its counters stay small beside the rows. */
const keyMax = 4_194_304

/** Band and first end as one key where the two together are narrow enough, which saves a pass over all rows. */
function bandAndFirst(bandRank: Uint8Array, first: Int32Array): Int32Array | undefined {
  const { least, greatest } = boundsOf(first)
  const width = greatest - least + 1
  if (width * 256 > keyMax) return undefined
  const keys = new Int32Array(first.length)
  for (let row = 0; row < keys.length; row++)
    keys[row] = (first[row] ?? 0) - least - (bandRank[row] ?? 0) * width
  return keys
}

/** Rows by band (0 first), then by the first column and then by the second, greatest first; ties keep their order. */
export function countingOrder(bandRank: Uint8Array, first: Int32Array, second: Int32Array): Uint32Array {
  const order = new Uint32Array(bandRank.length)
  for (let row = 0; row < order.length; row++) order[row] = row
  const bySecond = pass(order, second)
  const together = bandAndFirst(bandRank, first)
  if (together !== undefined) return pass(bySecond, together)
  return pass(
    pass(bySecond, first),
    Int32Array.from(bandRank, (rank) => -rank),
  )
}
