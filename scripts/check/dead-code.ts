import { type Check, type Fault, helpsTests, isTest, type Project } from './project.ts'
import { entryFiles, readManifest, resolveImport } from './resolve-import.ts'
import { posix } from 'node:path'

/**
 * Packages that stand on their own and that others use: what their entry files export is used by definition. The
 * server's other packages are ours alone, and what they export must be used here.
 */
const published = ['client', 'contract', 'formats', 'ledger', 'vault']

/** Given to `node --test-reporter` by its path. */
const testReporter = 'scripts/test/event-reporter.ts'

type Use = { byCode: Set<string>; byTests: Set<string> }

const publishedEntries = (project: Project): string[] =>
  published.flatMap((name) =>
    Object.values(readManifest(project, `packages/${name}/package.json`).exports).map((file) =>
      posix.join(`packages/${name}`, file),
    ),
  )

/** Who takes which names of which file. A name passed on by an index counts when somebody takes it there. */
const collectUses = (project: Project): Map<string, Use> => {
  const uses = new Map<string, Use>(
    [...project.modules.keys()].map((file) => [file, { byCode: new Set(), byTests: new Set() }]),
  )
  const use = (file: string, name: string, test: boolean, seen: Set<string>): void => {
    const key = `${file} ${name} ${test}`
    const known = uses.get(file)
    if (!known || seen.has(key)) return
    seen.add(key)
    ;(test ? known.byTests : known.byCode).add(name)
    for (const each of project.modules.get(file)?.imports ?? [])
      for (const passed of each.reexports) {
        const target = resolveImport(project, file, each.from)
        if (!target) continue
        if (passed.as === '*') use(target, name, test, seen)
        else if (passed.as === name || name === '*') use(target, passed.name, test, seen)
      }
  }
  const seen = new Set<string>()
  for (const file of publishedEntries(project)) use(file, '*', false, seen)
  for (const [file, shape] of project.modules)
    for (const each of shape.imports) {
      const target = resolveImport(project, file, each.from)
      if (target && each.reexports.length === 0)
        for (const name of each.names) use(target, name, isTest(file) || helpsTests(file), seen)
    }
  return uses
}

const mentions = (code: string, name: string): number =>
  code.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length - 1

const exportFaults = (project: Project, file: string, uses: Use): Fault[] => {
  const shape = project.modules.get(file)
  if (!shape || uses.byCode.has('*')) return []
  const counted = new Map<string, number>()
  for (const each of shape.exports) counted.set(each.name, (counted.get(each.name) ?? 0) + 1)
  return shape.exports.flatMap((each) => {
    // Node itself takes the default export of a test reporter.
    if (uses.byCode.has(each.name) || file === testReporter) return []
    const usedHere = mentions(shape.code, each.name) > (counted.get(each.name) ?? 1)
    if (usedHere && (each.kind === 'type' || uses.byTests.has(each.name) || uses.byTests.has('*'))) return []
    const what = usedHere
      ? 'is exported, but nothing imports it. Remove "export".'
      : describe(each.name, uses)
    return [{ file, line: each.line, message: `${each.name} ${what}` }]
  })
}

const describe = (name: string, uses: Use): string =>
  uses.byTests.has(name) || uses.byTests.has('*')
    ? 'is used by its tests alone. Use it, or remove it with its tests.'
    : 'is used by nothing. Use it or remove it.'

/** Every file that an entry leads to, by imports and by URLs. */
const reached = (project: Project, entries: string[]): Set<string> => {
  const seen = new Set<string>()
  const open = [...entries]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const shape = project.modules.get(file)
    for (const each of shape?.imports ?? []) {
      const target = resolveImport(project, file, each.from)
      if (target) open.push(target)
    }
    for (const url of shape?.urls ?? []) open.push(posix.join(posix.dirname(file), url))
  }
  return seen
}

/** No export that nothing uses and no file that nothing reaches. A test is no user, except of test support. */
export const deadCodeCheck: Check = {
  name: 'dead code',
  run: (project) => {
    const uses = collectUses(project)
    const entries = entryFiles(project)
    const code = entries.filter((file) => !isTest(file))
    const alive = reached(project, [...code, ...publishedEntries(project)])
    const forTests = reached(project, entries)
    return [...project.modules.keys()].flatMap((file): Fault[] => {
      const support = helpsTests(file)
      // A declaration file is taken by the compiler's configuration, not by an import.
      if (isTest(file) || code.includes(file) || file.endsWith('.d.ts')) return []
      if (!(support ? forTests : alive).has(file))
        return [
          { file, message: 'is reached from no entry point. Import it where it is needed, or remove it.' },
        ]
      const known = uses.get(file) ?? { byCode: new Set(), byTests: new Set() }
      return exportFaults(
        project,
        file,
        support ? { ...known, byCode: new Set([...known.byCode, ...known.byTests]) } : known,
      )
    })
  },
}
