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

function addUp(counts: Uint32Array): void {
  for (let slot = 1; slot < counts.length; slot++)
    counts[slot] = (counts[slot] ?? 0) + (counts[slot - 1] ?? 0)
}

/** Begins of the runs of equal keys, for keys from 0: how many rows have a smaller one. */
function beginsOf(keys: ArrayLike<number>, width: number): Uint32Array {
  const next = new Uint32Array(width + 1)
  for (let row = 0; row < keys.length; row++) {
    const slot = (keys[row] ?? 0) + 1
    next[slot] = (next[slot] ?? 0) + 1
  }
  addUp(next)
  return next
}

/** Rows in `order` by a key from 0, least first; rows that tie keep their order. Counting sort, linear. */
function pass(order: Uint32Array, keys: Uint32Array, width: number): Uint32Array {
  const next = beginsOf(keys, width)
  const sorted = new Uint32Array(order.length)
  for (const row of order) {
    const slot = keys[row] ?? 0
    const at = next[slot] ?? 0
    sorted[at] = row
    next[slot] = at + 1
  }
  return sorted
}

const digitBits = 11
const digits = 1 << digitBits
/** Keys below this are two digits. */
const keyMax = digits * digits

/** Rows by a key below `keyMax`, least first; ties keep their order. By digits: what is read lies in a row in memory. */
function orderBy(keys: Uint32Array): Uint32Array {
  const low = new Uint32Array(digits + 1)
  const high = new Uint32Array(digits + 1)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    const [a, b] = [(key & (digits - 1)) + 1, (key >>> digitBits) + 1]
    low[a] = (low[a] ?? 0) + 1
    high[b] = (high[b] ?? 0) + 1
  }
  addUp(low)
  addUp(high)
  const rows = new Uint32Array(keys.length)
  const rest = new Uint16Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    const digit = key & (digits - 1)
    const at = low[digit] ?? 0
    low[digit] = at + 1
    rows[at] = row
    rest[at] = key >>> digitBits
  }
  const sorted = new Uint32Array(keys.length)
  for (let place = 0; place < rows.length; place++) {
    const digit = rest[place] ?? 0
    const at = high[digit] ?? 0
    high[digit] = at + 1
    sorted[at] = rows[place] ?? 0
  }
  return sorted
}

/** How far each value lies below the greatest: a key from 0, greatest first. */
function below(values: Int32Array): { keys: Uint32Array; width: number } {
  const { least, greatest } = boundsOf(values)
  return { keys: Uint32Array.from(values, (value) => greatest - value), width: greatest - least + 1 }
}

/** What orders rows: by band (0 first), then by the first column and then by the second, greatest first. */
export type OrderColumns = { bandRank: Uint8Array; bands: number; first: Int32Array; second: Int32Array }

/** All three as one key where they are narrow enough together. */
function oneKey({ bandRank, bands, first, second }: OrderColumns): Uint32Array | undefined {
  const [a, b] = [boundsOf(first), boundsOf(second)]
  const [aWidth, bWidth] = [a.greatest - a.least + 1, b.greatest - b.least + 1]
  if (bands * aWidth * bWidth > keyMax) return undefined
  const keys = new Uint32Array(first.length)
  for (let row = 0; row < keys.length; row++)
    keys[row] =
      ((bandRank[row] ?? 0) * aWidth + a.greatest - (first[row] ?? 0)) * bWidth +
      b.greatest -
      (second[row] ?? 0)
  return keys
}

/** Rows in the order of the columns; ties keep their order. */
export function countingOrder(columns: OrderColumns): Uint32Array {
  const together = oneKey(columns)
  if (together !== undefined) return orderBy(together)
  const { bandRank, bands, first, second } = columns
  const rows = Uint32Array.from(bandRank, (_, row) => row)
  const [bySecond, byFirst] = [below(second), below(first)]
  const order = pass(rows, bySecond.keys, bySecond.width)
  return pass(pass(order, byFirst.keys, byFirst.width), Uint32Array.from(bandRank), bands)
}
