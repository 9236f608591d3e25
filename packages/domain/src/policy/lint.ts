import { compileCondition, evaluate, FALSE, type Node, signalNamesOf, TRUE } from './condition.ts'
import type { PolicyProblem } from './parse.ts'
import type { Condition, Policy } from './schema.ts'

/** Conditions over more signals than this are not tried out: the table doubles with each. */
const tableSignalsMax = 12

/** Every way the named signals could turn out, each once: 0 false, 2 true. */
function* worlds(count: number): Generator<number[]> {
  for (let bits = 0; bits < 2 ** count; bits++) {
    yield Array.from({ length: count }, (_, index) => ((bits >> index) & 1 ? TRUE : FALSE))
  }
}

type Table = { nodes: Node[]; count: number }

/** Conditions over one set of signals, or nothing where there are too many to try out. */
function tableOf(...conditions: Condition[]): Table | undefined {
  const names = [...new Set(conditions.flatMap(signalNamesOf))]
  if (names.length > tableSignalsMax) return undefined
  return {
    nodes: conditions.map((one) => compileCondition(one, (name) => names.indexOf(name))),
    count: names.length,
  }
}

/** Does the statement hold in every world? Unknown tables hold nothing. */
function always(table: Table | undefined, test: (results: number[]) => boolean): boolean {
  if (table === undefined) return false
  return worlds(table.count).every((world) => test(table.nodes.map((node) => evaluate(node, world))))
}

const neverHolds = (when: Condition): boolean => always(tableOf(when), ([value]) => value === FALSE)
const alwaysHolds = (when: Condition): boolean => always(tableOf(when), ([value]) => value === TRUE)
const implies = (a: Condition, b: Condition): boolean =>
  always(tableOf(a, b), ([x, y]) => x === FALSE || y === TRUE)

const effect = (when: Condition, path: string): PolicyProblem[] => {
  if (neverHolds(when)) return [{ path, message: 'can never hold, so it has no effect' }]
  return alwaysHolds(when) ? [{ path, message: 'always holds, so it tells no report from another' }] : []
}

function effectProblems({ rules, floors }: Policy): PolicyProblem[] {
  return [
    ...rules.flatMap((rule, index) => effect(rule.when, `/rules/${index}/when`)),
    ...rules.flatMap((rule, index) =>
      rule.points === 0
        ? [{ path: `/rules/${index}/points`, message: 'gives no points, so it has no effect' }]
        : [],
    ),
    ...floors.flatMap((floor, index) => effect(floor.when, `/floors/${index}/when`)),
  ]
}

/** A floor that only holds where another one already forces the same band or a higher one. */
function overlapProblems({ floors, bands }: Policy): PolicyProblem[] {
  const rank = (band: string): number => bands.findIndex((entry) => entry.id === band)
  return floors.flatMap((floor, index) => {
    const over = floors.find(
      (other, at) =>
        at !== index &&
        rank(other.band) <= rank(floor.band) &&
        implies(floor.when, other.when) &&
        (at < index || rank(other.band) < rank(floor.band) || !implies(other.when, floor.when)),
    )
    if (over === undefined) return []
    return [
      {
        path: `/floors/${index}`,
        message: `overlaps: wherever it holds, "${over.id}" already forces ${over.band}`,
      },
    ]
  })
}

function reachProblems({ bands, floors, rules }: Policy): PolicyProblem[] {
  const most = rules
    .filter(({ score, points }) => score === 'risk' && points > 0)
    .reduce((sum, { points }) => sum + points, 0)
  return bands.flatMap(({ id, atLeast }, index) => {
    const last = index === bands.length - 1
    const byPoints = atLeast !== undefined && atLeast <= most
    if (last || byPoints || floors.some((floor) => floor.band === id)) return []
    const why =
      atLeast === undefined
        ? 'it has no threshold and no floor'
        : `all points together are ${most}, and no floor forces it`
    return [{ path: `/bands/${index}`, message: `no report can reach "${id}": ${why}` }]
  })
}

function actionabilityProblems({ rules, workableAt }: Policy): PolicyProblem[] {
  const most = rules
    .filter(({ score, points }) => score === 'actionability' && points > 0)
    .reduce((sum, { points }) => sum + points, 0)
  return workableAt > most
    ? [
        {
          path: '/workableAt',
          message: `no report can be worked: all points for actionability together are ${most}`,
        },
      ]
    : []
}

function negativeProblems({ rules }: Policy): PolicyProblem[] {
  return rules.flatMap(({ points }, index) =>
    points < 0
      ? [
          {
            path: `/rules/${index}/points`,
            message: 'takes points away: the low end counts it against every report for which it is unknown',
          },
        ]
      : [],
  )
}

function unusedAuthorities({ authorities, rules, floors }: Policy): PolicyProblem[] {
  const used = new Set([...rules, ...floors].map(({ because }) => because))
  return Object.keys(authorities).flatMap((key) =>
    used.has(key) ? [] : [{ path: `/authorities/${key}`, message: 'is cited by no rule' }],
  )
}

/**
 * What is likely not meant in a policy that can be used: bands that no report reaches, floors inside other floors, rules
 * without effect, authorities that nothing cites. (Unknown signals and uncited rules are errors: see `parsePolicy`.)
 */
export function lintPolicy(policy: Policy): PolicyProblem[] {
  return [
    ...reachProblems(policy),
    ...overlapProblems(policy),
    ...effectProblems(policy),
    ...negativeProblems(policy),
    ...actionabilityProblems(policy),
    ...unusedAuthorities(policy),
  ]
}
