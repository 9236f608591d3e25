import { compileCondition, evaluate, indexesOf, TRUE } from '../policy/condition.ts'
import { signalIndex } from '../policy/compile.ts'
import { signalRegistry } from '../signals/registry.ts'
import { type Label, type LabelRule, labelRules } from './rules.ts'

const compiled = labelRules.map((rule) => ({ rule, node: compileCondition(rule.when, signalIndex) }))

const wanted: readonly { any: readonly string[]; lacks: string }[] = [
  { any: ['subject identified'], lacks: 'user details' },
  { any: ['file included', 'file described', 'conversation included'], lacks: 'a file or conversation' },
  { any: ['subject located', 'child located'], lacks: 'a possible location' },
]

function lacking(values: ArrayLike<number>): string {
  const missing = wanted.filter(({ any }) => any.every((name) => values[signalIndex(name)] !== TRUE))
  return missing.map(({ lacks }) => lacks).join(', ')
}

const readIndexes = new Set(compiled.flatMap(({ node }) => indexesOf(node)))
const isReadAt = signalRegistry.map((_, index) => readIndexes.has(index))

/** Does any label rule read the signal at this position? */
export const touchesLabel = (index: number): boolean => isReadAt[index] === true

function deciding(values: ArrayLike<number>): LabelRule | undefined {
  for (const { rule, node } of compiled) if (evaluate(node, values) === TRUE) return rule
  return undefined
}

/** Referral or informational, from the values of the signals by position in the registry. */
export const labelOf = (values: ArrayLike<number>): Label => deciding(values)?.label ?? 'informational'

/** Why `labelOf` says so, in one sentence. */
export const labelBecause = (values: ArrayLike<number>): string =>
  deciding(values)?.because ?? `Not enough to work on yet: it lacks ${lacking(values)}.`
