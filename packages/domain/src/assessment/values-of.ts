import type { Signal } from '@opentipline/contract'
import { signalIndex } from '../policy/compile.ts'
import { FALSE, TRUE, UNKNOWN } from '../policy/condition.ts'
import { signalRegistry } from '../signals/registry.ts'

const numberOf = { true: TRUE, false: FALSE, unknown: UNKNOWN } as const

/** Signals as numbers by position in the registry: 0 false, 1 unknown, 2 true. One that is not there is unknown. */
export function valuesOf(signals: readonly Signal[]): Uint8Array {
  const values = new Uint8Array(signalRegistry.length).fill(UNKNOWN)
  for (const signal of signals) {
    const index = signalIndex(signal.name)
    if (index >= 0) values[index] = numberOf[signal.value]
  }
  return values
}
