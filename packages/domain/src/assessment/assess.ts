import type { Assessment, Signal } from '@opentipline/contract'
import { labelBecause } from '../label/label-of.ts'
import { compilePolicy, signalIndex } from '../policy/compile.ts'
import type { Policy } from '../policy/schema.ts'
import { signalRegistry } from '../signals/registry.ts'
import { partsOf } from './parts.ts'
import { scoresOf, standingOf } from './standing.ts'
import { valuesOf } from './values-of.ts'
import { whatIf } from './what-if.ts'
import { whyOf } from './why.ts'

export type AssessInput = { signals: readonly Signal[]; policy: Policy }

function bySignalIndex(signals: readonly Signal[]): (Signal | undefined)[] {
  const at = signalRegistry.map((): Signal | undefined => undefined)
  for (const signal of signals) {
    const index = signalIndex(signal.name)
    if (index >= 0) at[index] = signal
  }
  return at
}

/**
 * One report under one policy. Risk and actionability are two intervals of points and are never added; the band follows
 * from the policy's end of the risk interval, raised by floors. Pure and total: the same signals and policy always give
 * the same assessment. `policy` must come from `parsePolicy`.
 */
export function assess({ signals, policy }: AssessInput): Assessment {
  const compiled = compilePolicy(policy)
  const values = valuesOf(signals)
  const scores = scoresOf(compiled, values)
  const standing = standingOf(compiled, scores, values)
  const signalAt = bySignalIndex(signals)
  return {
    policy: { id: policy.id, version: policy.version, name: policy.name },
    risk: { ...standing.risk, band: policy.bands[standing.rank]?.id ?? '' },
    actionability: { score: standing.actionability, parts: partsOf(signalAt) },
    label: standing.label,
    labelBecause: labelBecause(values),
    lane: standing.lane,
    why: whyOf(compiled, values, signalAt),
    unknown: whatIf(compiled, values, standing),
    signals: [...signals],
  }
}
