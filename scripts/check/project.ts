import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type ModuleShape, readModule } from './module-shape.ts'

/** The project as the checks see it: every text file that belongs to it, and what each module imports and exports. */
export type Project = {
  /** Path from the repository's root, with slashes, to the file's text. */
  files: ReadonlyMap<string, string>
  /** The modules among them (.ts, .tsx, .mjs). */
  modules: ReadonlyMap<string, ModuleShape>
}

/** Where and what, and in the message what to do. */
export type Fault = { file: string; line?: number | undefined; message: string }

export type Check = { name: string; run(project: Project): Fault[] }

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.tipline', 'tipline-data'])
const textual =
  /\.(ts|tsx|mjs|js|json|md|yaml|yml|sql|css|scss|html|xsd|xml|sh|txt|svg)$|(^|\/)(LICENSE|NOTICE|run|\.gitignore)$/

/** A project made of the given texts: for the checks' own tests. */
export const projectOf = (texts: Record<string, string>): Project => {
  const files = new Map(Object.entries(texts))
  const modules = new Map<string, ModuleShape>()
  for (const [path, text] of files) if (/\.(ts|tsx|mjs)$/.test(path)) modules.set(path, readModule(text))
  return { files, modules }
}

/** Reads the project in a folder. */
export const readProject = (root: string): Project => {
  const paths = listFiles(root).map((path) => relative(root, path).replaceAll('\\', '/'))
  return projectOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))
}

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listFiles(path)
    return entry.isFile() && textual.test(path) ? [path] : []
  })

/** Whether a module is a test. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Whether a module only helps tests: a fixture, a package's folder for testing, or anything under test/ but the benches, which are commands. */
export const helpsTests = (path: string): boolean =>
  (path.startsWith('test/') && !path.startsWith('test/bench/')) ||
  /\.fixture\.tsx?$|\/src\/(testing|test-support)\//.test(path)

/** The package a path lies in (`domain` of `packages/domain/src/x.ts`), or null. */
export const packageOf = (path: string): string | null => /^packages\/([^/]+)\//.exec(path)?.[1] ?? null

/** The line, counted from 1, of an offset in a text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
