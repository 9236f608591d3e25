import { globSync } from 'node:fs'
import { faultFileTimeoutMs, fileTimeoutMs, journeyFileTimeoutMs } from './limits.ts'
import { root } from './root.ts'

/** The kinds of database server that are tested on. */
const databases = ['embedded', 'system'] as const
export type DatabaseKind = (typeof databases)[number]

/** A test file to be run once, beside a database server of a kind. */
export type Job = { file: string; database: DatabaseKind; timeoutMs: number }

/** Where tests lie, in the order in which they are run. */
const folders: { name: string; timeoutMs: number }[] = [
  { name: 'packages', timeoutMs: fileTimeoutMs },
  { name: 'scripts', timeoutMs: fileTimeoutMs },
  { name: 'test/support', timeoutMs: fileTimeoutMs },
  { name: 'test/clocks', timeoutMs: fileTimeoutMs },
  { name: 'test/loop', timeoutMs: fileTimeoutMs },
  { name: 'test/judgement', timeoutMs: fileTimeoutMs },
  { name: 'test/law', timeoutMs: fileTimeoutMs },
  { name: 'test/discretion', timeoutMs: fileTimeoutMs },
  { name: 'test/conformance', timeoutMs: fileTimeoutMs },
  { name: 'test/docs', timeoutMs: fileTimeoutMs },
  { name: 'test/security', timeoutMs: fileTimeoutMs },
  { name: 'test/journeys', timeoutMs: journeyFileTimeoutMs },
  { name: 'test/faults', timeoutMs: faultFileTimeoutMs },
]
const faults = 'test/faults'

/** The kinds of database that a file is run on: both if it needs one. */
const databasesOf = (file: string): readonly DatabaseKind[] =>
  file.endsWith('.db.test.ts') ? databases : ['embedded']

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

/** Folders of the list without a test, which somebody believes to be tested. */
export const emptyFolders = (files: readonly string[]): string[] =>
  folders.map(({ name }) => name).filter((name) => !files.some((file) => file.startsWith(`${name}/`)))

/** What a run consists of, in order. A file that needs a database is run on the embedded one and on the system's. */
export const jobsOf = (files: readonly string[], options: { faults: boolean }): Job[] =>
  folders
    .filter((folder) => options.faults || folder.name !== faults)
    .flatMap(({ name, timeoutMs }) =>
      files
        .filter((file) => file.startsWith(`${name}/`))
        .flatMap((file) => databasesOf(file).map((database): Job => ({ file, database, timeoutMs }))),
    )
