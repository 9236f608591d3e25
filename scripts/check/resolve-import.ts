import { posix } from 'node:path'
import { type Project, packageOf } from './project.ts'

const scope = '@opentipline/'

/** The short name of a package of ours that an import names (`domain`), or null. */
export const ourPackage = (from: string): string | null =>
  from.startsWith(scope) ? (from.slice(scope.length).split('/')[0] ?? null) : null

/** What of a package.json the checks read. */
export type Manifest = {
  exports: Record<string, string>
  bin: Record<string, string>
  dependencies: string[]
  devDependencies: string[]
}

const keys = (value: object | undefined) => Object.keys(value ?? {})

/** Reads a package.json of the project; one that is missing has nothing. */
export const readManifest = (project: Project, path: string): Manifest => {
  const json = JSON.parse(project.files.get(path) ?? '{}')
  return {
    exports: typeof json.exports === 'string' ? { '.': json.exports } : (json.exports ?? {}),
    bin: json.bin ?? {},
    dependencies: [
      ...keys(json.dependencies),
      ...keys(json.optionalDependencies),
      ...keys(json.peerDependencies),
    ],
    devDependencies: keys(json.devDependencies),
  }
}

/** The file of the project that an import means, or null for another's package or a missing file. */
export const resolveImport = (project: Project, importer: string, from: string): string | null => {
  if (from.startsWith('.')) return existing(project, posix.join(posix.dirname(importer), from))
  const name = ourPackage(from)
  if (!name) return null
  const folder = `packages/${name}`
  const target = readManifest(project, `${folder}/package.json`).exports[
    `.${from.slice(scope.length + name.length)}`
  ]
  return target ? existing(project, posix.join(folder, target)) : null
}

const existing = (project: Project, path: string): string | null => (project.files.has(path) ? path : null)

/** The files by which others may enter the project: what package.json files export or run, and what a person runs. */
export const entryFiles = (project: Project): string[] => {
  const manifests = [...project.files.keys()].filter((path) =>
    /^(packages\/[^/]+\/)?package\.json$/.test(path),
  )
  return [...manifests.flatMap((path) => manifestEntries(project, path)), ...conventional(project)].filter(
    (path) => project.files.has(path),
  )
}

const manifestEntries = (project: Project, path: string): string[] => {
  const { bin } = readManifest(project, path)
  const scripts: Record<string, string> = JSON.parse(project.files.get(path) ?? '{}').scripts ?? {}
  const ran = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.(?:ts|mjs)\b/g) ?? [])
  return [...Object.values(bin), ...ran].map((file) => posix.join(posix.dirname(path), file))
}

/** Programs of their own: mains, tool configurations, tests, and what runs by hand under test/ and scripts/. */
const conventional = (project: Project): string[] =>
  [...project.modules.keys()].filter(
    (path) =>
      /(^|\/)(main|[\w-]+\.config)\.tsx?$/.test(path) ||
      /\.(test|worker)\.tsx?$/.test(path) ||
      (/^(packages\/[\w-]+\/)?(test|scripts)\//.test(path) && isProgram(project.files.get(path) ?? '')) ||
      (packageOf(path) === 'desk' && path.endsWith('.d.ts')),
  )

const isProgram = (text: string): boolean =>
  text.startsWith('#!') || /^await |\bimport\.meta\.main\b/m.test(text)
