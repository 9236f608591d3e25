import { compilePolicy } from '../policy/compile.ts'
import type { Policy } from '../policy/schema.ts'
import { ruleValuesOf, scoresOf, type Standing, standingOf } from './standing.ts'

/**
 * Where a report stands under a policy, without the reasons: for whole queues. `values` are those of `valuesOf`. The same
 * standing that `assess` gives.
 */
export function stand(policy: Policy, values: Uint8Array): Standing {
  const compiled = compilePolicy(policy)
  return standingOf(compiled, scoresOf(compiled, ruleValuesOf(compiled, values)), values)
}
