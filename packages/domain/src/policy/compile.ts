import { signalRegistry } from '../signals/registry.ts'
import { compileCondition, indexesOf, type Node } from './condition.ts'
import type { Policy, PolicyAuthority, PolicyFloor, PolicyRule } from './schema.ts'

export type CompiledRule = { rule: PolicyRule; authority: PolicyAuthority; node: Node }
/** `rank` 0 is the highest band. */
export type CompiledFloor = { floor: PolicyFloor; authority: PolicyAuthority; node: Node; rank: number }

type Touched = { rules: readonly number[]; floors: boolean }

/** A policy over signal positions, with what each signal touches. */
export type CompiledPolicy = {
  policy: Policy
  rules: readonly CompiledRule[]
  floors: readonly CompiledFloor[]
  /** For each signal position: the rules that read it, and whether a floor reads it. */
  touches: readonly Touched[]
  /** For each band, highest first: whether it goes to `now` when workable, and to `enrich` when not. */
  lanes: readonly { now: boolean; enrich: boolean }[]
}

const positions = new Map(signalRegistry.map((definition, index) => [definition.name, index]))

/** The position of a signal in the registry, or -1. */
export const signalIndex = (name: string): number => positions.get(name) ?? -1

const uncited: PolicyAuthority = { force: 'discretion', citation: 'none given', status: 'choice' }

function build(policy: Policy): CompiledPolicy {
  const cited = (key: string): PolicyAuthority => policy.authorities[key] ?? uncited
  const rankOf = (band: string): number => policy.bands.findIndex((entry) => entry.id === band)
  const rules = policy.rules.map((rule) => ({
    rule,
    authority: cited(rule.because),
    node: compileCondition(rule.when, signalIndex),
  }))
  const floors = policy.floors.map((floor) => ({
    floor,
    authority: cited(floor.because),
    node: compileCondition(floor.when, signalIndex),
    rank: rankOf(floor.band),
  }))
  const read = rules.map(({ node }) => new Set(indexesOf(node)))
  const floored = new Set(floors.flatMap(({ node }) => indexesOf(node)))
  const touches = signalRegistry.map(
    (_, index): Touched => ({
      rules: rules.flatMap((_rule, at) => (read[at]?.has(index) === true ? [at] : [])),
      floors: floored.has(index),
    }),
  )
  const lanes = policy.bands.map(({ id }) => ({
    now: policy.lanes.now.includes(id),
    enrich: policy.lanes.now.includes(id) || policy.lanes.enrich.includes(id),
  }))
  return { policy, rules, floors, touches, lanes }
}

const compiled = new WeakMap<Policy, CompiledPolicy>()

/** The compiled form of a parsed policy; kept beside the policy, which is never changed once parsed. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy)
  if (known !== undefined) return known
  const built = build(policy)
  compiled.set(policy, built)
  return built
}
