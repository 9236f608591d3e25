import type { SignalDefinition } from './facts.ts'
import { intelligenceSignals } from './intelligence.ts'
import { lawSignals } from './law.ts'
import { operationsSignals } from './operations.ts'
import { childSignals } from './tip-child.ts'
import { dangerSignals } from './tip-danger.ts'
import { evidenceSignals } from './tip-evidence.ts'
import { locationSignals } from './tip-location.ts'
import { reliabilitySignals } from './tip-reliability.ts'
import { scaleSignals } from './tip-scale.ts'
import { subjectSignals } from './tip-subject.ts'

/** Every signal there is, in the order in which they are shown. */
export const signalRegistry: readonly SignalDefinition[] = [
  ...dangerSignals,
  ...childSignals,
  ...subjectSignals,
  ...scaleSignals,
  ...locationSignals,
  ...evidenceSignals,
  ...reliabilitySignals,
  ...intelligenceSignals,
  ...lawSignals,
  ...operationsSignals,
]

const byName = new Map(signalRegistry.map((definition) => [definition.name, definition]))

/** The definition of a signal, or undefined for a name that is none. */
export const signalNamed = (name: string): SignalDefinition | undefined => byName.get(name)
