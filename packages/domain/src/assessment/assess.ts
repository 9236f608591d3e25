import type { Assessment, Signal } from '@opentipline/contract'
import { labelBecause } from '../label/label-of.ts'
import { compilePolicy } from '../policy/compile.ts'
import type { Policy } from '../policy/schema.ts'
import { partsOf } from './parts.ts'
import { ruleValuesOf, scoresOf, standingOf } from './standing.ts'
import { bySignalIndex, valuesOf } from './values-of.ts'
import { whatIf } from './what-if.ts'
import { whyOf } from './why.ts'

export type AssessInput = { signals: readonly Signal[]; policy: Policy }

/**
 * One report under one policy. Risk and actionability are two intervals of points and are never added; the band follows
 * from the policy's end of the risk interval, raised by floors. Pure and total: the same signals and policy always give
 * the same assessment. `policy` must come from `parsePolicy`.
 */
export function assess({ signals, policy }: AssessInput): Assessment {
  const compiled = compilePolicy(policy)
  const values = valuesOf(signals)
  const ruleValues = ruleValuesOf(compiled, values)
  const standing = standingOf(compiled, scoresOf(compiled, ruleValues), values)
  const signalAt = bySignalIndex(signals)
  return {
    policy: { id: policy.id, version: policy.version, name: policy.name },
    risk: { ...standing.risk, band: policy.bands[standing.rank]?.id ?? '' },
    actionability: { score: standing.actionability, parts: partsOf(signalAt) },
    label: standing.label,
    labelBecause: labelBecause(values),
    lane: standing.lane,
    why: whyOf({ compiled, values, ruleValues, signalAt }),
    unknown: whatIf({ compiled, values, ruleValues, now: standing }),
    signals: [...signals],
  }
}
