import { isBuiltin } from 'node:module'
import { type Check, helpsTests, isTest, packageOf, type Project } from './project.ts'
import { ourPackage, readManifest } from './resolve-import.ts'

/** The npm package that an import names: `pg` of `pg/lib/x`, `@a/b` of `@a/b/c`. */
const npmPackage = (from: string): string | null => {
  if (from.startsWith('.') || isBuiltin(from) || from.includes(':')) return null
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

const allowed = (project: Project, file: string): string[] => {
  const rootManifest = readManifest(project, 'package.json')
  const everything = [...rootManifest.dependencies, ...rootManifest.devDependencies]
  const name = packageOf(file)
  if (!name) {
    const packages = [...project.files.keys()].filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
    return [...everything, ...packages.flatMap((path) => readManifest(project, path).dependencies)]
  }
  const own = readManifest(project, `packages/${name}/package.json`)
  const inTests =
    isTest(file) || helpsTests(file) || !file.startsWith(`packages/${name}/src/`) ? everything : []
  return [...own.dependencies, ...own.devDependencies, ...inTests]
}

/** Types of a package come from @types, which only the type checker needs. */
const typesPackage = (name: string) => `@types/${name.replace(/^@([^/]+)\//, '$1__')}`

/** Every npm package that a file imports is declared by the package the file is in. */
export const dependenciesCheck: Check = {
  name: 'declared dependencies',
  run: (project) =>
    [...project.modules].flatMap(([file, shape]) => {
      const declared = new Set(allowed(project, file))
      return shape.imports.flatMap((each) => {
        const name = npmPackage(each.from)
        if (!name || ourPackage(each.from) || declared.has(name)) return []
        if (each.typeOnly && declared.has(typesPackage(name))) return []
        const where = packageOf(file) ? `packages/${packageOf(file)}/package.json` : 'package.json'
        return [
          {
            file,
            line: each.line,
            message: `imports ${name}, which ${where} does not declare. Add it there with an exact version.`,
          },
        ]
      })
    }),
}
