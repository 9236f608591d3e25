/**
 * What the tips of a queue are counted by, as columns of numbers: one slot a tip, in no order. Texts are numbered as they come.
 * About 60 bytes a tip.
 */
import { actionabilitySteps, riskSteps } from '@opentipline/contract'
import { signalRegistry } from '@opentipline/domain'

/** A tip as the columns take it. Times in ms since 1970, or null. */
export type ColumnTip = {
  tipId: number
  withdrawn: boolean
  availableAt: number
  heldUntil: number | null
  nextClockAt: number | null
  revision: number
  state: string
  lane: string
  band: string
  provider: string | null
  region: string | null
  label: string
  riskLow: number
  actionabilityLow: number
  /** True is 2, by position in the registry; null where it is another registry's. */
  signals: Uint8Array | null
}

/** The columns of texts. */
const textColumns = ['state', 'lane', 'band', 'provider', 'region', 'label'] as const
export type TextColumn = (typeof textColumns)[number]

/** Texts by number; 0 stands for none. */
export type Words = { texts: (string | null)[]; codes: Map<string, number> }

export const signalWords = Math.ceil(signalRegistry.length / 32)
const trueValue = 2

export type QueueColumns = {
  tips: number
  slotOf: Map<number, number>
  words: Record<TextColumn, Words>
  tipIds: Float64Array
  /** 1 where the tip was withdrawn. */
  withdrawn: Uint8Array
  availableAt: Float64Array
  /** NaN where there is none. */
  heldUntil: Float64Array
  nextClockAt: Float64Array
  revision: Int32Array
  text: Record<TextColumn, Uint32Array>
  /** Column and row of the plot, by the low ends of both scores. */
  cellColumn: Uint8Array
  cellRow: Uint8Array
  /** `signalWords` words a tip: a bit for each signal that is true. */
  signals: Uint32Array
}

const firstSlots = 1024

const ofText = <T>(make: () => T): Record<TextColumn, T> => ({
  state: make(),
  lane: make(),
  band: make(),
  provider: make(),
  region: make(),
  label: make(),
})

export const emptyColumns = (slots = firstSlots): QueueColumns => {
  return {
    tips: 0,
    slotOf: new Map(),
    words: ofText(() => ({ texts: [null], codes: new Map() })),
    tipIds: new Float64Array(slots),
    withdrawn: new Uint8Array(slots),
    availableAt: new Float64Array(slots),
    heldUntil: new Float64Array(slots),
    nextClockAt: new Float64Array(slots),
    revision: new Int32Array(slots),
    text: ofText(() => new Uint32Array(slots)),
    cellColumn: new Uint8Array(slots),
    cellRow: new Uint8Array(slots),
    signals: new Uint32Array(slots * signalWords),
  }
}

/** Twice the room, so that filling costs the same for each tip however many there are. */
const grow = (columns: QueueColumns): void => {
  const wider = emptyColumns(columns.tipIds.length * 2)
  for (const key of ['tipIds', 'availableAt', 'heldUntil', 'nextClockAt'] as const) {
    wider[key].set(columns[key])
    columns[key] = wider[key]
  }
  for (const key of ['withdrawn', 'cellColumn', 'cellRow'] as const) {
    wider[key].set(columns[key])
    columns[key] = wider[key]
  }
  for (const key of textColumns) {
    wider.text[key].set(columns.text[key])
    columns.text[key] = wider.text[key]
  }
  wider.revision.set(columns.revision)
  columns.revision = wider.revision
  wider.signals.set(columns.signals)
  columns.signals = wider.signals
}

const codeOf = ({ texts, codes }: Words, text: string | null): number => {
  if (text === null) return 0
  const known = codes.get(text)
  if (known !== undefined) return known
  codes.set(text, texts.length)
  return texts.push(text) - 1
}

/** The step that points reach, from 0: as `width_bucket` of PostgreSQL has it, less one. */
const stepOf = (points: number, steps: readonly number[]): number => {
  let step = steps.length - 1
  while (step > 0 && Math.max(points, 0) < (steps[step] ?? 0)) step -= 1
  return step
}

/** Puts a tip in its slot, in place of what stood there of it. */
export const putTip = (columns: QueueColumns, tip: ColumnTip): void => {
  const slot = columns.slotOf.get(tip.tipId) ?? columns.tips
  if (slot === columns.tips) {
    if (slot === columns.tipIds.length) grow(columns)
    columns.slotOf.set(tip.tipId, slot)
    columns.tips += 1
  }
  columns.tipIds[slot] = tip.tipId
  columns.withdrawn[slot] = tip.withdrawn ? 1 : 0
  columns.availableAt[slot] = tip.availableAt
  columns.heldUntil[slot] = tip.heldUntil ?? Number.NaN
  columns.nextClockAt[slot] = tip.nextClockAt ?? Number.NaN
  columns.revision[slot] = tip.revision
  for (const key of textColumns) columns.text[key][slot] = codeOf(columns.words[key], tip[key])
  columns.cellColumn[slot] = stepOf(tip.riskLow, riskSteps)
  columns.cellRow[slot] = stepOf(tip.actionabilityLow, actionabilitySteps)
  putSignals(columns.signals, slot, tip.signals)
}

const putSignals = (into: Uint32Array, slot: number, values: Uint8Array | null): void => {
  for (let word = 0; word < signalWords; word += 1) {
    let bits = 0
    if (values)
      for (let at = word * 32; at < Math.min(values.length, word * 32 + 32); at += 1)
        if (values[at] === trueValue) bits |= 1 << (at & 31)
    into[slot * signalWords + word] = bits
  }
}
