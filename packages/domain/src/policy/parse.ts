import { Value } from 'typebox/value'
import { signalNamed } from '../signals/registry.ts'
import { conditionDepthMax, depthOf, signalNamesOf } from './condition.ts'
import { type Condition, type Policy, PolicySchema } from './schema.ts'

/** One thing wrong with a policy. `path` is a JSON pointer; line and column count from 1, where text was read. */
export type PolicyProblem = { path: string; message: string; line?: number; column?: number }

export type ParsedPolicy = { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] }

/** Problems told at most: a wholly wrong document needs no thousand lines. */
const problemsMax = 100

const conditionShape = 'must be the name of a signal, or one of all, any and not'

const whenPath = /^\/(?:rules|floors)\/\d+\/when/u

/** A condition fails in every one of its forms at once: one sentence says it better than all of them. */
function shapeProblems(value: unknown): PolicyProblem[] {
  const errors = [...Value.Errors(PolicySchema, value)].filter((error) => error.keyword !== 'boolean')
  const found = errors.map((error) => {
    const when = whenPath.exec(error.instancePath)?.[0]
    return when === undefined
      ? { path: error.instancePath, message: worded(error) }
      : { path: when, message: conditionShape }
  })
  return [...new Map(found.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()]
}

function worded(error: { keyword: string; message: string; params: object }): string {
  const extra = 'additionalProperties' in error.params ? error.params.additionalProperties : undefined
  return Array.isArray(extra) ? `has nothing named ${extra.join(', ')}` : error.message
}

function conditionProblems(when: Condition, path: string): PolicyProblem[] {
  if (depthOf(when) > conditionDepthMax)
    return [{ path, message: `is nested deeper than ${conditionDepthMax}` }]
  return signalNamesOf(when)
    .filter((name) => signalNamed(name) === undefined)
    .map((name) => ({ path, message: `"${name}" is not a signal` }))
}

function duplicates(ids: readonly string[], path: string): PolicyProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: `${path}/${index}/id`, message: `"${id}" is there twice` }] : [],
  )
}

function bandProblems({ bands, floors, lanes }: Policy): PolicyProblem[] {
  const known = new Set(bands.map((band) => band.id))
  const missing = (id: string, path: string): PolicyProblem[] =>
    known.has(id) ? [] : [{ path, message: `"${id}" is not a band of this policy` }]
  return [
    ...floors.flatMap((floor, index) => missing(floor.band, `/floors/${index}/band`)),
    ...lanes.now.flatMap((id, index) => missing(id, `/lanes/now/${index}`)),
    ...lanes.enrich.flatMap((id, index) => missing(id, `/lanes/enrich/${index}`)),
    ...thresholdProblems(bands),
  ]
}

function thresholdProblems(bands: Policy['bands']): PolicyProblem[] {
  let above = Number.POSITIVE_INFINITY
  return bands.flatMap(({ atLeast }, index) => {
    if (atLeast === undefined) return []
    const path = `/bands/${index}/atLeast`
    if (index === bands.length - 1)
      return [{ path, message: 'the last band catches everything and has no threshold' }]
    const falls = atLeast < above
    above = atLeast
    return falls ? [] : [{ path, message: 'must be below the threshold of the band above' }]
  })
}

function citationProblems({ rules, floors, authorities }: Policy): PolicyProblem[] {
  const uncited = (because: string, path: string): PolicyProblem[] =>
    Object.hasOwn(authorities, because)
      ? []
      : [{ path, message: `cites "${because}", which is no authority here` }]
  return [
    ...rules.flatMap((rule, index) => uncited(rule.because, `/rules/${index}/because`)),
    ...floors.flatMap((floor, index) => uncited(floor.because, `/floors/${index}/because`)),
  ]
}

const ids = (list: readonly { id: string }[]): string[] => list.map((entry) => entry.id)

function meaningProblems(policy: Policy): PolicyProblem[] {
  return [
    ...duplicates(ids(policy.bands), '/bands'),
    ...duplicates(ids(policy.rules), '/rules'),
    ...duplicates(ids(policy.floors), '/floors'),
    ...policy.rules.flatMap((rule, index) => conditionProblems(rule.when, `/rules/${index}/when`)),
    ...policy.floors.flatMap((floor, index) => conditionProblems(floor.when, `/floors/${index}/when`)),
    ...(policy.inputs ?? []).flatMap(({ signal }, index) =>
      signal === undefined ? [] : conditionProblems(signal, `/inputs/${index}/signal`),
    ),
    ...bandProblems(policy),
    ...citationProblems(policy),
  ]
}

const isPolicy = (value: unknown): value is Policy => Value.Check(PolicySchema, value)

/**
 * Checks a value against the policy language: its shape, then that every signal, band and authority it names exists.
 * Problems are told together, shape before meaning, at most `problemsMax`. The policy is the value itself and must not be changed.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  if (!isPolicy(value)) return { ok: false, problems: shapeProblems(value).slice(0, problemsMax) }
  const problems = meaningProblems(value)
  return problems.length === 0
    ? { ok: true, policy: value }
    : { ok: false, problems: problems.slice(0, problemsMax) }
}
