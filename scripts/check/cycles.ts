import type { Check, Project } from './project.ts'
import { resolveImport } from './resolve-import.ts'

const edges = (project: Project): Map<string, string[]> =>
  new Map(
    [...project.modules].map(([file, shape]) => [
      file,
      shape.imports
        .filter((each) => !each.typeOnly)
        .map((each) => resolveImport(project, file, each.from))
        .filter((target): target is string => target !== null && project.modules.has(target)),
    ]),
  )

/** One cycle through a graph for each group of files that reach each other, as the path that closes it. */
const findCycles = (graph: ReadonlyMap<string, readonly string[]>): string[][] => {
  const done = new Set<string>()
  const cycles: string[][] = []
  const walk = (node: string, path: string[]): void => {
    const at = path.indexOf(node)
    if (at >= 0) cycles.push([...path.slice(at), node])
    if (at >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) walk(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return cycles
}

/** No module imports itself by way of others. Imports of types alone are erased and do not count. */
export const cyclesCheck: Check = {
  name: 'import cycles',
  run: (project) =>
    findCycles(edges(project)).map((cycle) => ({
      file: cycle[0] ?? '',
      message: `imports itself: ${cycle.join(' -> ')}. Move what both need into a file of its own.`,
    })),
}
