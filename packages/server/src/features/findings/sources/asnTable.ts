import { open } from 'node:fs/promises'

/**
 * Address ranges by operator in sorted typed arrays: the start and end of each range, and the operator's place in
 * `operators`. IPv6 keeps the upper and the lower 64 bits apart.
 */
export type AsnTable = {
  readonly v4: { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly operator: Uint32Array }
  readonly v6: {
    readonly starts: BigUint64Array
    readonly ends: BigUint64Array
    readonly operator: Uint32Array
  }
  readonly operators: readonly { readonly asn: number; readonly name: string }[]
}

/** The table of the whole Internet has half a million ranges; a file far beyond that is not one. */
const asnRowsMax = 4_000_000
const chunkBytes = 1 << 20

/** The lines of a file, in pieces that give the event loop a turn between them. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  await using file = await open(path, 'r')
  let rest = ''
  for await (const chunk of file.createReadStream({
    highWaterMark: chunkBytes,
    encoding: 'utf8',
    autoClose: false,
  })) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  if (rest !== '') yield [rest]
}

type Operators = { readonly list: { asn: number; name: string }[]; readonly byKey: Map<string, number> }

/** The rest of a line after the two addresses: number and name, seen before by most lines. */
function operatorIndex(operators: Operators, tail: string): number {
  const seen = operators.byKey.get(tail)
  if (seen !== undefined) return seen
  const comma = tail.indexOf(',')
  const name = tail
    .slice(comma + 1)
    .replace(/^"(.*)"\r?$/s, '$1')
    .replaceAll('""', '"')
    .trim()
  const index = operators.list.push({ asn: Number(tail.slice(0, comma)), name }) - 1
  operators.byKey.set(tail, index)
  return index
}

type RawRow = { readonly start: string; readonly end: string; readonly operator: number }

async function* rowsOf(path: string, operators: Operators): AsyncGenerator<RawRow[]> {
  for await (const lines of linesOf(path)) {
    yield lines.flatMap((line) => {
      const first = line.indexOf(',')
      const second = line.indexOf(',', first + 1)
      if (second < 0) return []
      const operator = operatorIndex(operators, line.slice(second + 1))
      return [{ start: line.slice(0, first), end: line.slice(first + 1, second), operator }]
    })
  }
}

async function readV4(path: string, operators: Operators): Promise<AsnTable['v4']> {
  const numbers: { starts: number[]; ends: number[]; operator: number[] } = {
    starts: [],
    ends: [],
    operator: [],
  }
  for await (const rows of rowsOf(path, operators)) {
    for (const row of rows) {
      numbers.starts.push(Number(row.start))
      numbers.ends.push(Number(row.end))
      numbers.operator.push(row.operator)
    }
    if (numbers.starts.length > asnRowsMax) throw new Error(`${path} has more than ${asnRowsMax} rows.`)
  }
  const { starts, ends, operator } = numbers
  return {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    operator: Uint32Array.from(operator),
  }
}

async function readV6(path: string, operators: Operators): Promise<AsnTable['v6']> {
  const starts: bigint[] = []
  const ends: bigint[] = []
  const operator: number[] = []
  for await (const rows of rowsOf(path, operators)) {
    for (const row of rows) {
      const [start, end] = [BigInt(row.start), BigInt(row.end)]
      starts.push(start >> 64n, start & 0xffffffffffffffffn)
      ends.push(end >> 64n, end & 0xffffffffffffffffn)
      operator.push(row.operator)
    }
    if (operator.length > asnRowsMax) throw new Error(`${path} has more than ${asnRowsMax} rows.`)
  }
  return {
    starts: BigUint64Array.from(starts),
    ends: BigUint64Array.from(ends),
    operator: Uint32Array.from(operator),
  }
}

/** Reads the two files `start,end,number,name` with addresses as decimal numbers, sorted by start. */
export async function readAsnTable(v4Path: string, v6Path: string): Promise<AsnTable> {
  const operators: Operators = { list: [], byKey: new Map() }
  const v4 = await readV4(v4Path, operators)
  const v6 = await readV6(v6Path, operators)
  return { v4, v6, operators: operators.list }
}

/** The last index whose start is not after the address, by halving; -1 when all are. */
function lastNotAfter(count: number, startsAfter: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (startsAfter(middle)) high = middle
    else low = middle + 1
  }
  return low - 1
}

function findV4({ v4 }: AsnTable, bits: number): number | undefined {
  const i = lastNotAfter(v4.starts.length, (index) => (v4.starts[index] ?? 0) > bits)
  return i >= 0 && bits <= (v4.ends[i] ?? -1) ? v4.operator[i] : undefined
}

const wide = (halves: BigUint64Array, index: number): bigint =>
  ((halves[2 * index] ?? 0n) << 64n) | (halves[2 * index + 1] ?? 0n)

function findV6({ v6 }: AsnTable, bits: bigint): number | undefined {
  const i = lastNotAfter(v6.operator.length, (index) => wide(v6.starts, index) > bits)
  return i >= 0 && bits <= wide(v6.ends, i) ? v6.operator[i] : undefined
}

/** Who announces an address; undefined where nobody in the table does. */
export function findOperator(
  table: AsnTable,
  address: { readonly version: 4 | 6; readonly bits: bigint },
): { readonly asn: number; readonly name: string } | undefined {
  const index = address.version === 4 ? findV4(table, Number(address.bits)) : findV6(table, address.bits)
  return index === undefined ? undefined : table.operators[index]
}
