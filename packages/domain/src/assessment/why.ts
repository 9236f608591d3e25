import type { Evidence, Signal, WhyEntry } from '@opentipline/contract'
import type { CompiledFloor, CompiledPolicy, CompiledRule } from '../policy/compile.ts'
import { evaluate, type Node, type Tri, TRUE, UNKNOWN } from '../policy/condition.ts'

/** Pointers shown for one rule at most. */
const evidenceMax = 50

/** A report's values under a policy: of its signals and of the policy's rules, and the signals by position. */
export type Explained = {
  compiled: CompiledPolicy
  values: ArrayLike<number>
  ruleValues: readonly Tri[]
  signalAt: readonly (Signal | undefined)[]
}

const noEvidence: readonly Evidence[] = []

/** What made the condition hold: the evidence of each signal that it holds by. */
function evidenceOf(node: Node, explained: Explained): readonly Evidence[] {
  const { values, signalAt } = explained
  switch (node.op) {
    case 'signal':
      return signalAt[node.index]?.evidence ?? noEvidence
    case 'not':
      return evidenceOf(node.of, explained)
    case 'all':
      return node.of.flatMap((part) => evidenceOf(part, explained))
    case 'any': {
      const best = evaluate(node, values)
      return node.of
        .filter((part) => evaluate(part, values) === best)
        .flatMap((part) => evidenceOf(part, explained))
    }
  }
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length < 2) return [...evidence]
  const seen = new Map(evidence.map((entry) => [`${entry.from} ${entry.ref}`, entry]))
  return [...seen.values()].slice(0, evidenceMax)
}

function ruleEntry({ rule, authority, node }: CompiledRule, value: Tri, explained: Explained): WhyEntry {
  const says = value === UNKNOWN ? `Not known, and counted until it is: ${rule.says}` : rule.says
  const evidence = distinct(evidenceOf(node, explained))
  return { rule: rule.id, says, points: rule.points, score: rule.score, evidence, authority }
}

function floorEntry({ floor, authority, node }: CompiledFloor, explained: Explained): WhyEntry {
  const evidence = distinct(evidenceOf(node, explained))
  return {
    rule: floor.id,
    says: floor.says,
    points: 0,
    score: 'risk',
    floor: floor.band,
    evidence,
    authority,
  }
}

/**
 * Every rule and floor that fired, most points first, floors before all. A rule that takes points away and is not known to
 * hold is listed too, since the low end counts it: the points listed for a score add up to its low end.
 */
export function whyOf(explained: Explained): WhyEntry[] {
  const { compiled, values, ruleValues } = explained
  const why: WhyEntry[] = []
  for (const floor of compiled.floors)
    if (evaluate(floor.node, values) === TRUE) why.push(floorEntry(floor, explained))
  const fired: WhyEntry[] = []
  for (const [at, rule] of compiled.rules.entries()) {
    const value = ruleValues[at] ?? UNKNOWN
    if (value === TRUE || (value === UNKNOWN && rule.rule.points < 0))
      fired.push(ruleEntry(rule, value, explained))
  }
  return [...why, ...fired.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))]
}
