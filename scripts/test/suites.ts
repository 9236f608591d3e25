import { globSync } from 'node:fs'
import { faultFileTimeoutMs, fileTimeoutMs } from './limits.ts'
import { root } from './root.ts'

/** A group of test files that run under the same conditions. */
export type Suite = {
  name: string
  files: string[]
  /** Files at a time. */
  concurrency: number
  timeoutMs: number
}

/** A suite on one database server. */
export type Phase = Suite & { database: DatabaseKind }
export type DatabaseKind = 'embedded' | 'system'

/** Two cores: more at a time would only make each slower. */
const atATime = 2

const folders: Omit<Suite, 'files'>[] = [
  { name: 'packages', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'scripts', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/support', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/clocks', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/loop', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/judgement', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/law', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/discretion', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/conformance', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/docs', concurrency: atATime, timeoutMs: fileTimeoutMs },
  { name: 'test/security', concurrency: atATime, timeoutMs: fileTimeoutMs },
  // A browser beside a server fills both cores.
  { name: 'test/journeys', concurrency: 1, timeoutMs: fileTimeoutMs },
  // A kill at a random moment means little while something else is running.
  { name: 'test/faults', concurrency: 1, timeoutMs: faultFileTimeoutMs },
]

/** Whether a file needs a database and so runs on each kind. */
const needsDatabase = (file: string): boolean => file.endsWith('.db.test.ts')

/** Every test file of node:test in the project. The desk's own run under vitest. */
export const testFiles = (): string[] =>
  globSync('{packages,scripts,test}/**/*.test.ts', {
    cwd: root,
    exclude: (path) => /(^|[/\\])(node_modules|dist)([/\\]|$)/.test(path),
  })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('packages/desk/'))
    .toSorted()

/** Test files that lie in no folder of the list, which would otherwise never run. */
export const strayFiles = (files: readonly string[]): string[] =>
  files.filter((file) => !folders.some((folder) => file.startsWith(`${folder.name}/`)))

/** The phases of a run, in order. Files that need a database run on the embedded one and on the system's. */
export const phasesOf = (files: readonly string[], options: { faults: boolean }): Phase[] =>
  folders
    .filter((folder) => options.faults || folder.name !== 'test/faults')
    .flatMap((folder): Phase[] => {
      const own = files.filter((file) => file.startsWith(`${folder.name}/`))
      const onBoth = own.filter(needsDatabase)
      const embedded = { ...folder, files: own, database: 'embedded' } as const
      return onBoth.length === 0 ? [embedded] : [embedded, { ...folder, files: onBoth, database: 'system' }]
    })
