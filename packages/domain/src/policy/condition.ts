import type { Condition } from './schema.ts'

/** Kleene's three values as numbers: `all` is the least, `any` the greatest, `not` the mirror. */
export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 2
export type Tri = 0 | 1 | 2

/** A condition over signal positions, ready to be evaluated. */
export type Node =
  | { op: 'signal'; index: number }
  | { op: 'all'; of: readonly Node[] }
  | { op: 'any'; of: readonly Node[] }
  | { op: 'not'; of: Node }

/** Depth to which conditions may be nested: deeper than any readable rule. */
export const conditionDepthMax = 8

/** Turns names into positions. `indexOf` gives -1 for a name that is no signal: such a condition is unknown for ever. */
export function compileCondition(condition: Condition, indexOf: (name: string) => number): Node {
  if (typeof condition === 'string') return { op: 'signal', index: indexOf(condition) }
  if ('all' in condition)
    return { op: 'all', of: condition.all.map((part) => compileCondition(part, indexOf)) }
  if ('any' in condition)
    return { op: 'any', of: condition.any.map((part) => compileCondition(part, indexOf)) }
  return { op: 'not', of: compileCondition(condition.not, indexOf) }
}

const signalValue = (value: number | undefined): Tri =>
  value === TRUE ? TRUE : value === FALSE ? FALSE : UNKNOWN

function least(nodes: readonly Node[], values: ArrayLike<number>): Tri {
  let result: Tri = TRUE
  for (const node of nodes) {
    const value = evaluate(node, values)
    if (value === FALSE) return FALSE
    if (value < result) result = value
  }
  return result
}

function greatest(nodes: readonly Node[], values: ArrayLike<number>): Tri {
  let result: Tri = FALSE
  for (const node of nodes) {
    const value = evaluate(node, values)
    if (value === TRUE) return TRUE
    if (value > result) result = value
  }
  return result
}

const mirror = (value: Tri): Tri => (value === TRUE ? FALSE : value === FALSE ? TRUE : UNKNOWN)

/** Evaluates over the values of the signals by position (0 false, 1 unknown, 2 true). */
export function evaluate(node: Node, values: ArrayLike<number>): Tri {
  switch (node.op) {
    case 'signal':
      return signalValue(values[node.index])
    case 'all':
      return least(node.of, values)
    case 'any':
      return greatest(node.of, values)
    case 'not':
      return mirror(evaluate(node.of, values))
  }
}

/** The positions of the signals a condition reads, each once. */
export function indexesOf(node: Node): number[] {
  switch (node.op) {
    case 'signal':
      return [node.index]
    case 'not':
      return indexesOf(node.of)
    case 'all':
    case 'any':
      return [...new Set(node.of.flatMap(indexesOf))]
  }
}

/** The names of the signals a condition reads, each once. */
export function signalNamesOf(condition: Condition): string[] {
  if (typeof condition === 'string') return [condition]
  if ('not' in condition) return signalNamesOf(condition.not)
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap(signalNamesOf))]
}

export const depthOf = (condition: Condition): number => {
  if (typeof condition === 'string') return 1
  if ('not' in condition) return 1 + depthOf(condition.not)
  return 1 + Math.max(...('all' in condition ? condition.all : condition.any).map(depthOf))
}
