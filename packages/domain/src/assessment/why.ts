import type { Evidence, Signal, WhyEntry } from '@opentipline/contract'
import type { CompiledFloor, CompiledPolicy, CompiledRule } from '../policy/compile.ts'
import { evaluate, type Node, TRUE, UNKNOWN } from '../policy/condition.ts'

/** Pointers shown for one rule at most. */
const evidenceMax = 50

/** What made the condition hold: the evidence of each signal that it holds by. */
function evidenceOf(
  node: Node,
  values: ArrayLike<number>,
  signalAt: readonly (Signal | undefined)[],
): Evidence[] {
  switch (node.op) {
    case 'signal':
      return signalAt[node.index]?.evidence ?? []
    case 'not':
      return evidenceOf(node.of, values, signalAt)
    case 'all':
      return node.of.flatMap((part) => evidenceOf(part, values, signalAt))
    case 'any': {
      const best = evaluate(node, values)
      return node.of
        .filter((part) => evaluate(part, values) === best)
        .flatMap((part) => evidenceOf(part, values, signalAt))
    }
  }
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((entry) => [`${entry.from} ${entry.ref}`, entry]))
  return [...seen.values()].slice(0, evidenceMax)
}

type SignalAt = readonly (Signal | undefined)[]

function ruleEntry(
  { rule, authority, node }: CompiledRule,
  values: ArrayLike<number>,
  at: SignalAt,
): WhyEntry[] {
  const value = evaluate(node, values)
  const open = value === UNKNOWN && rule.points < 0
  if (value !== TRUE && !open) return []
  const says = open ? `Not known, and counted until it is: ${rule.says}` : rule.says
  const evidence = distinct(evidenceOf(node, values, at))
  return [{ rule: rule.id, says, points: rule.points, score: rule.score, evidence, authority }]
}

function floorEntry(
  { floor, authority, node }: CompiledFloor,
  values: ArrayLike<number>,
  at: SignalAt,
): WhyEntry[] {
  if (evaluate(node, values) !== TRUE) return []
  const evidence = distinct(evidenceOf(node, values, at))
  return [
    { rule: floor.id, says: floor.says, points: 0, score: 'risk', floor: floor.band, evidence, authority },
  ]
}

/**
 * Every rule and floor that fired, most points first, floors before all. A rule that takes points away and is not known to
 * hold is listed too, since the low end counts it: the points listed for a score add up to its low end.
 */
export function whyOf(
  { rules, floors }: CompiledPolicy,
  values: ArrayLike<number>,
  at: SignalAt,
): WhyEntry[] {
  const fired = rules.flatMap((rule) => ruleEntry(rule, values, at))
  return [
    ...floors.flatMap((floor) => floorEntry(floor, values, at)),
    ...fired.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  ]
}
