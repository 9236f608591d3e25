import { posix } from 'node:path'
import { type Check, type Fault, helpsTests, isTest, packageOf, type Project } from './project.ts'
import { ourPackage, readManifest, resolveImport } from './resolve-import.ts'
import type { Import } from './module-shape.ts'

/** Which packages each package may import: downward only. */
const arrows: Record<string, readonly string[]> = {
  contract: [],
  ledger: [],
  vault: [],
  domain: ['contract'],
  formats: ['contract'],
  client: ['contract', 'formats'],
  desk: ['client', 'domain', 'contract'],
  server: ['contract', 'domain', 'formats', 'ledger', 'vault'],
  cli: ['server', 'client', 'formats', 'domain', 'contract', 'ledger', 'vault'],
}

/** The only folders outside a package that its files may reach by path: tests their support, the command its launcher. */
const reachableOutside = (importer: string, target: string): boolean =>
  ((isTest(importer) || helpsTests(importer)) && target.startsWith('test/support/')) ||
  (importer.startsWith('packages/cli/bin/') && target === 'scripts/node24.mjs')

const faultOf = (project: Project, importer: string, name: string, each: Import): string | null => {
  if (each.from.startsWith('.')) {
    const target = posix.join(posix.dirname(importer), each.from)
    if (target.startsWith(`packages/${name}/`) || reachableOutside(importer, target)) return null
    return `imports ${target} by path. Import another package by its name, as @opentipline/<package>.`
  }
  const other = ourPackage(each.from)
  if (!other || other === name)
    return other ? 'imports its own package by name. Import the file by its path.' : null
  if (!arrows[name]?.includes(other))
    return `${name} may not import ${other} (it may import: ${arrows[name]?.join(', ') || 'nothing of ours'}). Move what is shared downward, or pass it in.`
  if (!resolveImport(project, importer, each.from))
    return `${each.from} is not exported by ${other}. Import from its index, or add it to "exports" in its package.json.`
  return readManifest(project, `packages/${name}/package.json`).dependencies.includes(`@opentipline/${other}`)
    ? null
    : `@opentipline/${other} is not among the dependencies in packages/${name}/package.json. Add it there.`
}

/** Packages import each other downward only, by name, and only what is exported. */
export const arrowsCheck: Check = {
  name: 'import arrows',
  run: (project) =>
    [...project.modules].flatMap(([file, shape]): Fault[] => {
      const name = packageOf(file)
      if (!name) return []
      return shape.imports.flatMap((each) => {
        const message = faultOf(project, file, name, each)
        return message ? [{ file, line: each.line, message }] : []
      })
    }),
}
