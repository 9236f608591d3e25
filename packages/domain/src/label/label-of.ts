import { compileCondition, evaluate, TRUE } from '../policy/condition.ts'
import { signalIndex } from '../policy/compile.ts'
import { type Label, labelRules } from './rules.ts'

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

/** Referral or informational, and why, from the values of the signals by position in the registry. */
export function labelOf(values: ArrayLike<number>): { label: Label; because: string } {
  for (const { rule, node } of compiled) {
    if (evaluate(node, values) === TRUE) return { label: rule.label, because: rule.because }
  }
  return { label: 'informational', because: `Not enough to work on yet: it lacks ${lacking(values)}.` }
}
