import type { Signal } from '@opentipline/contract'
import { signalIndex } from '../policy/compile.ts'
import { FALSE, TRUE, UNKNOWN } from '../policy/condition.ts'
import { signalRegistry } from '../signals/registry.ts'

const numberOf = { true: TRUE, false: FALSE, unknown: UNKNOWN } as const

/** Signals mostly come in the registry's order: the name at their own place is looked at before the name is looked up. */
const placeOf = (name: string, at: number): number =>
  signalRegistry[at]?.name === name ? at : signalIndex(name)

/** Signals as numbers by position in the registry: 0 false, 1 unknown, 2 true. One that is not there is unknown. */
export function valuesOf(signals: readonly Signal[]): Uint8Array {
  const values = new Uint8Array(signalRegistry.length).fill(UNKNOWN)
  for (const [at, signal] of signals.entries()) {
    const index = placeOf(signal.name, at)
    if (index >= 0) values[index] = numberOf[signal.value]
  }
  return values
}

/** Signals by position in the registry. */
export function bySignalIndex(signals: readonly Signal[]): (Signal | undefined)[] {
  const found = signalRegistry.map((): Signal | undefined => undefined)
  for (const [at, signal] of signals.entries()) {
    const index = placeOf(signal.name, at)
    if (index >= 0) found[index] = signal
  }
  return found
}
