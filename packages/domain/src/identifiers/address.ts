/** A network address in numbers. IPv4 is 32 bits, IPv6 128; an IPv4-mapped IPv6 address is its IPv4 address. */
export type NetworkAddress = { readonly version: 4 | 6; readonly bits: bigint }

const octet = /^(?:0|[1-9]\d{0,2})$/

function parseV4(given: string): bigint | undefined {
  const parts = given.split('.')
  if (parts.length !== 4) return undefined
  let bits = 0n
  for (const part of parts) {
    // A leading zero is refused: some readers take it as octal, so the address would not be one address.
    if (!octet.test(part) || Number(part) > 255) return undefined
    bits = (bits << 8n) | BigInt(part)
  }
  return bits
}

/** The groups of one side of `::`; an IPv4 tail counts as two. Undefined when any group is not one. */
function groupsOf(side: string): string[] | undefined {
  if (side === '') return []
  const groups = side.split(':')
  const last = groups.at(-1) ?? ''
  if (last.includes('.')) {
    const v4 = parseV4(last)
    if (v4 === undefined) return undefined
    groups.splice(-1, 1, (v4 >> 16n).toString(16), (v4 & 0xffffn).toString(16))
  }
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) ? groups : undefined
}

function parseV6(given: string): bigint | undefined {
  const sides = given.split('::')
  if (sides.length > 2) return undefined
  const head = groupsOf(sides[0] ?? '')
  const tail = sides.length === 2 ? groupsOf(sides[1] ?? '') : []
  if (head === undefined || tail === undefined) return undefined
  const count = head.length + tail.length
  if (sides.length === 1 ? count !== 8 : count > 7) return undefined
  const all = [...head, ...Array<string>(8 - count).fill('0'), ...tail]
  return all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

const mappedPrefix = 0xffffn << 32n

/**
 * Reads an IPv4 or IPv6 address. Brackets, a zone index (`%eth0`) and surrounding space are allowed.
 * Undefined when it is not an address. Never throws.
 */
export function parseAddress(given: string): NetworkAddress | undefined {
  const bare = given
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%[\w.-]+$/, '')
  if (bare.length > 45) return undefined
  if (!bare.includes(':')) {
    const bits = parseV4(bare)
    return bits === undefined ? undefined : { version: 4, bits }
  }
  const bits = parseV6(bare)
  if (bits === undefined) return undefined
  return bits >> 32n === mappedPrefix >> 32n ? { version: 4, bits: bits & 0xffffffffn } : { version: 6, bits }
}

const formatV4 = (bits: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.')

/** The longest run of two or more zero groups, the first of equals: RFC 5952 section 4.2. */
function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 1 }
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (groups[end] === '0') end++
    if (end - start > best.length) best = { start, length: end - start }
  }
  return best
}

function formatV6(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))
  const run = longestZeroRun(groups)
  if (run.length < 2) return groups.join(':')
  return `${groups.slice(0, run.start).join(':')}::${groups.slice(run.start + run.length).join(':')}`
}

/** The canonical text: dotted quad, or RFC 5952 (lower case, longest zero run shortened). */
export const formatAddress = (address: NetworkAddress): string =>
  address.version === 4 ? formatV4(address.bits) : formatV6(address.bits)

/** Canonical text of an address, or undefined when it is none. */
export function normalAddress(given: string): string | undefined {
  const address = parseAddress(given)
  return address === undefined ? undefined : formatAddress(address)
}
