import type { Evidence, Signal } from '@opentipline/contract'
import type { Facts, OfficerRecord, Reading, SignalDefinition } from './facts.ts'
import { signalRegistry } from './registry.ts'

/** Evidence shown for one signal at most: a report of a thousand files must not make a page of pointers. */
const evidencePerSignalMax = 50

const fromRecord = (record: OfficerRecord): Evidence => ({ from: 'record', ref: record.id })

/**
 * An officer's record answers what the report leaves open or states otherwise; the report's own evidence stays beside
 * it. Records that contradict each other leave the signal unknown, whatever their order.
 */
function withRecords(reading: Reading, records: readonly OfficerRecord[]): Reading {
  const [first] = records
  if (first === undefined) return reading
  const evidence = [...records.map(fromRecord), ...reading.evidence]
  const agree = records.every((record) => record.value === first.value)
  return { value: agree ? first.value : 'unknown', evidence }
}

const noRecords: readonly OfficerRecord[] = []

/** What the law allows is told by the legal gate and its own records, never by an officer's note on a signal. */
function recordsOn(
  definition: SignalDefinition,
  records: readonly OfficerRecord[],
): readonly OfficerRecord[] {
  if (records.length === 0 || definition.class === 'law') return noRecords
  return records.filter((record) => record.signal === definition.name)
}

function read(definition: SignalDefinition, facts: Facts): Signal {
  const records = recordsOn(definition, facts.records ?? noRecords)
  const { value, evidence } = withRecords(definition.read(facts), records)
  const shown = evidence.length > evidencePerSignalMax ? evidence.slice(0, evidencePerSignalMax) : evidence
  return { name: definition.name, value, evidence: shown }
}

/**
 * Every signal of the registry, in its order: true, false or unknown, with evidence. Pure, total and deterministic.
 * A stage that has not run (`findings`, `places`, `links` absent) leaves its signals unknown.
 */
export const signalsOf = (facts: Facts): Signal[] =>
  signalRegistry.map((definition) => read(definition, facts))
