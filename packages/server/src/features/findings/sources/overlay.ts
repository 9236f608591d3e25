import {
  type Answer,
  csvCells,
  type IpLocator,
  type IpNetwork,
  type IpNetworks,
  type IpPlace,
  type NetworkKind,
  networkKinds,
  parseAddress,
  type SourceName,
} from '@opentipline/domain'

/** One row of an operator's range table. */
type Row = { readonly place: IpPlace | undefined; readonly network: IpNetwork | undefined }

export type Overlay = { readonly locator: IpLocator; readonly networks: IpNetworks; readonly rows: number }

/** An operator's list may be long (every relay exit of the world), but not endless. */
const overlayRowsMax = 2_000_000

const columns = ['cidr', 'country', 'region', 'city', 'latitude', 'longitude', 'operator', 'kind'] as const

class OverlayError extends Error {
  override readonly name = 'OverlayError'
}

type Head = { readonly by: SourceName; readonly caveat: string | undefined }

/** Lines `# key: value` before the table: `source`, `version`, `date` (ISO), `ages` (`no`: never stale), `caveat`. */
function headOf(lines: readonly string[], fileName: string): Head {
  const stated = new Map(
    lines.flatMap((line) => {
      const match = /^#\s*(\w+)\s*:\s*(.+)$/.exec(line)
      return match === null ? [] : [[match[1] ?? '', (match[2] ?? '').trim()] as const]
    }),
  )
  const sourceDate = stated.get('date')
  return {
    by: {
      source: stated.get('source') ?? fileName,
      sourceVersion: stated.get('version') ?? sourceDate ?? 'not stated',
      sourceDate,
      timeless: stated.get('ages') === 'no' ? true : undefined,
    },
    caveat: stated.get('caveat'),
  }
}

const text = (cell: string | undefined): string | undefined =>
  cell === undefined || cell.trim() === '' ? undefined : cell.trim()

function degrees(cell: string | undefined, most: number, where: string): number | undefined {
  const given = text(cell)
  if (given === undefined) return undefined
  const value = Number(given)
  if (!(Math.abs(value) <= most)) throw new OverlayError(`${where}: "${given}" is not a coordinate.`)
  return value
}

function kindOf(cell: string | undefined, where: string): NetworkKind | undefined {
  const given = text(cell)
  const kind = networkKinds.find((known) => known === given)
  if (given !== undefined && kind === undefined) {
    throw new OverlayError(`${where}: kind "${given}" is none of ${networkKinds.join(', ')}.`)
  }
  return kind
}

function rowOf(cells: readonly string[], where: string): Row {
  const [, country, region, city, latitude, longitude, operator, kindCell] = cells
  const kind = kindOf(kindCell, where)
  const place: IpPlace = {
    country: text(country),
    region: text(region),
    city: text(city),
    latitude: degrees(latitude, 90, where),
    longitude: degrees(longitude, 180, where),
  }
  const named = text(operator)
  return {
    place: place.country === undefined ? undefined : place,
    network:
      kind === undefined && named === undefined ? undefined : { kind: kind ?? 'unknown', operator: named },
  }
}

/** The first `length` bits, as a key with version and length, so that a range is found by one look. */
const keyOf = (version: 4 | 6, length: number, bits: bigint): string =>
  `${version}/${length}/${bits >> BigInt((version === 4 ? 32 : 128) - length)}`

function cidrOf(cell: string | undefined, where: string): { version: 4 | 6; length: number; key: string } {
  const [textPart = '', lengthPart] = (cell ?? '').trim().split('/')
  const address = parseAddress(textPart)
  const width = address?.version === 4 ? 32 : 128
  const length = lengthPart === undefined ? width : Number(lengthPart)
  if (address === undefined || !Number.isInteger(length) || length < 0 || length > width) {
    throw new OverlayError(`${where}: "${cell}" is not an address range (CIDR).`)
  }
  return { version: address.version, length, key: keyOf(address.version, length, address.bits) }
}

type Table = {
  readonly rows: ReadonlyMap<string, Row>
  readonly lengths: Readonly<Record<4 | 6, readonly number[]>>
}

const longestFirst = (set: ReadonlySet<number>): number[] => [...set].toSorted((a, b) => b - a)

function tableOf(
  lines: readonly { readonly line: string; readonly number: number }[],
  fileName: string,
): Table {
  if (lines.length > overlayRowsMax) throw new OverlayError(`${fileName}: more than ${overlayRowsMax} rows.`)
  const rows = new Map<string, Row>()
  const lengths = { 4: new Set<number>(), 6: new Set<number>() }
  for (const { line, number } of lines) {
    const where = `${fileName} line ${number}`
    const cells = csvCells(line)
    const cidr = cidrOf(cells[0], where)
    rows.set(cidr.key, rowOf(cells, where))
    lengths[cidr.version].add(cidr.length)
  }
  return { rows, lengths: { 4: longestFirst(lengths[4]), 6: longestFirst(lengths[6]) } }
}

/** The part asked for from the narrowest range that has it: a wide VPN row must not hide a narrow city row. */
function find<T>(table: Table, ip: string, part: (row: Row) => T | undefined): T | undefined {
  const address = parseAddress(ip)
  if (address === undefined) return undefined
  for (const length of table.lengths[address.version]) {
    const row = table.rows.get(keyOf(address.version, length, address.bits))
    const value = row === undefined ? undefined : part(row)
    if (value !== undefined) return value
  }
  return undefined
}

const answer = <T>(value: T | undefined, { by, caveat }: Head): Answer<T> =>
  value === undefined ? { answer: 'miss', by } : { answer: 'hit', value, confidence: 'medium', caveat, by }

/**
 * Reads an operator’s range table: CSV with the header
 * `cidr,country,region,city,latitude,longitude,operator,kind` after optional `# key: value` lines.
 * Cells may be empty: a VPN list needs `cidr` and `kind` only. The narrowest range wins.
 * Throws with file and line when a row cannot be read: a range table that is half read would mislead.
 */
export function parseOverlay(content: string, fileName: string): Overlay {
  const lines = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
  const head = headOf(
    lines.map(({ line }) => line).filter((line) => line.startsWith('#')),
    fileName,
  )
  const [header, ...body] = lines.filter(({ line }) => !line.startsWith('#'))
  if (header?.line.trim() !== columns.join(',')) {
    throw new OverlayError(`${fileName}: the header must be ${columns.join(',')}.`)
  }
  const table = tableOf(body, fileName)
  return {
    rows: table.rows.size,
    locator: {
      lookup: (ip) =>
        answer(
          find(table, ip, (row) => row.place),
          head,
        ),
    },
    networks: {
      lookup: (ip) =>
        answer(
          find(table, ip, (row) => row.network),
          head,
        ),
    },
  }
}
