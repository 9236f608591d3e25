/**
 * Counts a queue from its columns, in one walk. Each tip is looked at for the filters that it fails: a facet counts those that
 * fail none, or its own alone. The filters mean here what they mean in `filters.ts`, where the list is narrowed by SQL; a test
 * holds the two together.
 */
import {
  type FacetValue,
  facetValuesMax,
  queueAges,
  queueClocks,
  type QueueFacet,
  type QueueFilter,
  queueFacets,
  queueLanes,
  queueWho,
} from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'
import { type QueueColumns, signalWords, type TextColumn } from './queue-columns.ts'

const dayMs = 86_400_000

/** What a count is asked with. */
export type CountInput = {
  filter: QueueFilter
  /** The position of the signal that is filtered by. */
  signalAt?: number | undefined
  /** The moment of the count, ms since 1970. */
  at: number
  /** The revision that the reader has seen, by tip. */
  seen: ReadonlyMap<number, number>
  /** Whose tips are, within the agency: positions in `queueWho`. Those that are not here are nobody's. */
  whose?: ReadonlyMap<number, number> | undefined
  /** The tips that a search found; all where nothing is searched for. */
  within?: ReadonlySet<number> | undefined
}

export type Counted = { facets: Record<string, FacetValue[]>; matching: number }

/** A facet whose value of a tip is one number. */
type Reader = {
  facet: Exclude<QueueFacet, 'signal'>
  read: (slot: number) => number
  name: (code: number) => string | null
}

const finished = new Set(['pursued', 'declined', 'referred', 'returned'])
const elsewhere = new Set(['requested', 'offered', 'waiting'])

/** The lane of a tip by number; as `laneSql` has it. */
const laneReader = (columns: QueueColumns, at: number): ((slot: number) => number) => {
  const { state, lane } = columns.text
  const done = queueLanes.indexOf('done')
  const held = queueLanes.indexOf('held')
  const kinds = columns.words.state.texts.map((name) =>
    finished.has(name ?? '')
      ? 'done'
      : elsewhere.has(name ?? '')
        ? 'away'
        : name === 'held'
          ? 'held'
          : 'open',
  )
  const lanes = columns.words.lane.texts.map((name) => queueLanes.findIndex((each) => each === name))
  return (slot) => {
    const kind = kinds[state[slot] ?? 0]
    if (kind === 'done') return done
    if (kind === 'away' || (kind === 'held' && (columns.heldUntil[slot] ?? 0) > at)) return held
    return lanes[lane[slot] ?? 0] ?? 0
  }
}

const ageOf = (availableAt: number, at: number): number =>
  availableAt > at - dayMs ? 0 : availableAt > at - 7 * dayMs ? 1 : availableAt > at - 30 * dayMs ? 2 : 3

const clockOf = (endsAt: number, at: number): number => {
  if (Number.isNaN(endsAt)) return queueClocks.indexOf('none')
  if (endsAt <= at) return 0
  return endsAt <= at + 7 * dayMs ? 1 : endsAt <= at + 30 * dayMs ? 2 : endsAt <= at + 90 * dayMs ? 3 : 4
}

const rows = 8
const readersOf = (columns: QueueColumns, { at, seen, whose }: CountInput): Reader[] => {
  const text = (facet: Reader['facet'], column: TextColumn): Reader => ({
    facet,
    read: (slot) => columns.text[column][slot] ?? 0,
    name: (code) => columns.words[column].texts[code] ?? null,
  })
  return [
    { facet: 'lane', read: laneReader(columns, at), name: (code) => queueLanes[code] ?? null },
    text('band', 'band'),
    text('provider', 'provider'),
    text('region', 'region'),
    text('label', 'label'),
    text('state', 'state'),
    {
      facet: 'age',
      read: (slot) => ageOf(columns.availableAt[slot] ?? 0, at),
      name: (code) => queueAges[code] ?? null,
    },
    {
      facet: 'clock',
      read: (slot) => clockOf(columns.nextClockAt[slot] ?? Number.NaN, at),
      name: (code) => queueClocks[code] ?? null,
    },
    {
      facet: 'unread',
      read: (slot) => ((seen.get(columns.tipIds[slot] ?? 0) ?? -1) < (columns.revision[slot] ?? 0) ? 1 : 0),
      name: (code) => (code === 1 ? 'yes' : 'no'),
    },
    {
      facet: 'who',
      read: (slot) => whose?.get(columns.tipIds[slot] ?? 0) ?? queueWho.indexOf('nobody'),
      name: (code) => queueWho[code] ?? null,
    },
    {
      facet: 'cells',
      read: (slot) => (columns.cellColumn[slot] ?? 0) * rows + (columns.cellRow[slot] ?? 0),
      name: (code) => `${Math.floor(code / rows)}x${code % rows}`,
    },
  ]
}

type Test = { facet: QueueFacet; passes: (slot: number) => boolean }

const testsOf = (columns: QueueColumns, readers: readonly Reader[], input: CountInput): Test[] => {
  const { filter, signalAt } = input
  const tests = readers.flatMap(({ facet, read, name }): Test[] => {
    const wanted = filter[facet]
    if (wanted === undefined || facet === 'cells') return []
    return [{ facet, passes: (slot) => name(read(slot)) === wanted }]
  })
  if (filter.cells !== undefined) tests.push({ facet: 'cells', passes: inCells(columns, filter.cells) })
  if (signalAt !== undefined)
    tests.push({
      facet: 'signal',
      passes: (slot) =>
        ((columns.signals[slot * signalWords + (signalAt >> 5)] ?? 0) & (1 << (signalAt & 31))) !== 0,
    })
  return tests
}

const between = (value: number, a: number, b: number): boolean =>
  value >= Math.min(a, b) && value <= Math.max(a, b)

const inCells = ({ cellColumn, cellRow }: QueueColumns, cells: string): Test['passes'] => {
  const [from = '', to = from] = cells.split('-')
  const [column = 0, row = 0] = from.split('x').map(Number)
  const [lastColumn = column, lastRow = row] = to.split('x').map(Number)
  return (slot) =>
    between(cellColumn[slot] ?? 0, column, lastColumn) && between(cellRow[slot] ?? 0, row, lastRow)
}

const mostFirst = (a: FacetValue, b: FacetValue): number =>
  b.tips - a.tips || a.value.localeCompare(b.value, 'en')

/** Shown: not withdrawn, no longer within another agency's undo window, and found where something is searched for. */
const isShown = (columns: QueueColumns, slot: number, at: number): boolean =>
  columns.withdrawn[slot] === 0 && (columns.availableAt[slot] ?? 0) <= at

/** The counts of every facet, the most frequent first, `facetValuesMax` of each at most. */
export const countQueue = (columns: QueueColumns, input: CountInput): Counted => {
  const readers = readersOf(columns, input)
  const tests = testsOf(columns, readers, input)
  const counts = readers.map(() => new Map<number, number>())
  const bySignal = new Uint32Array(signalWords * 32)
  const ofFacet = new Map(readers.map(({ facet }, index) => [facet as QueueFacet, index]))
  const add = (index: number, slot: number): void => {
    const code = readers[index]?.read(slot) ?? 0
    counts[index]?.set(code, (counts[index].get(code) ?? 0) + 1)
  }
  let matching = 0
  for (let slot = 0; slot < columns.tips; slot += 1) {
    if (!isShown(columns, slot, input.at)) continue
    if (input.within && !input.within.has(columns.tipIds[slot] ?? 0)) continue
    const failed = failedAlone(tests, slot)
    if (failed === many) continue
    if (failed === undefined) {
      matching += 1
      for (let index = 0; index < readers.length; index += 1) add(index, slot)
      addSignals(bySignal, columns, slot)
    } else if (failed === 'signal') addSignals(bySignal, columns, slot)
    else add(ofFacet.get(failed) ?? 0, slot)
  }
  const values = new Map<QueueFacet, FacetValue[]>(
    readers.map(({ facet, name }, index) => [
      facet,
      [...(counts[index] ?? [])].flatMap(([code, tips]) => {
        const value = name(code)
        return value === null ? [] : [{ value, tips }]
      }),
    ]),
  )
  values.set(
    'signal',
    signalRegistry.flatMap(({ name }, at) =>
      (bySignal[at] ?? 0) > 0 ? [{ value: name, tips: bySignal[at] ?? 0 }] : [],
    ),
  )
  return {
    facets: Object.fromEntries(
      queueFacets.map((facet) => [
        facet,
        (values.get(facet) ?? []).toSorted(mostFirst).slice(0, facetValuesMax),
      ]),
    ),
    matching,
  }
}

const many = 'many'
/** The one filter that a tip fails; undefined where it fails none. */
const failedAlone = (tests: readonly Test[], slot: number): QueueFacet | typeof many | undefined => {
  let failed: QueueFacet | undefined
  for (const { facet, passes } of tests) {
    if (passes(slot)) continue
    if (failed !== undefined) return many
    failed = facet
  }
  return failed
}

const addSignals = (bySignal: Uint32Array, columns: QueueColumns, slot: number): void => {
  for (let word = 0; word < signalWords; word += 1) {
    let bits = columns.signals[slot * signalWords + word] ?? 0
    while (bits !== 0) {
      const lowest = 31 - Math.clz32(bits & -bits)
      const at = word * 32 + lowest
      bySignal[at] = (bySignal[at] ?? 0) + 1
      bits &= bits - 1
    }
  }
}

/** What waits in each lane of the whole queue, whatever narrows the list. */
export const countLanesOf = (columns: QueueColumns, at: number): Record<string, number> => {
  const read = laneReader(columns, at)
  const counts = queueLanes.map(() => 0)
  for (let slot = 0; slot < columns.tips; slot += 1) {
    if (!isShown(columns, slot, at)) continue
    const lane = read(slot)
    counts[lane] = (counts[lane] ?? 0) + 1
  }
  return Object.fromEntries(queueLanes.map((lane, index) => [lane, counts[index] ?? 0]))
}
