import { globSync } from 'node:fs'
import { faultFileTimeoutMs, fileTimeoutMs, journeyFileTimeoutMs } from './limits.ts'
import { root } from './root.ts'

/** The kinds of database server that are tested on. */
const databases = ['embedded', 'system'] as const
export type DatabaseKind = (typeof databases)[number]

/** A test file to be run once, beside a database server of a kind. */
export type Job = { file: string; database: DatabaseKind; timeoutMs: number }

const journeys = 'test/journeys'
const faults = 'test/faults'

/** Where tests lie, in the order in which they are run. */
const folders = [
  'packages',
  'scripts',
  'test/support',
  'test/words',
  'test/clocks',
  'test/loop',
  'test/judgement',
  'test/law',
  'test/discretion',
  'test/conformance',
  'test/docs',
  'test/security',
  journeys,
  faults,
]
/** Folders whose files may take longer than others. */
const slow: Record<string, number> = { [journeys]: journeyFileTimeoutMs, [faults]: faultFileTimeoutMs }

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
  files.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))

/** Folders of the list without a test, which somebody believes to be tested. */
export const emptyFolders = (files: readonly string[]): string[] =>
  folders.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)))

/** What a run consists of, in order. A file that needs a database is run on the embedded one and on the system's. */
export const jobsOf = (files: readonly string[], options: { faults: boolean }): Job[] =>
  folders
    .filter((folder) => options.faults || folder !== faults)
    .flatMap((folder) => {
      const timeoutMs = slow[folder] ?? fileTimeoutMs
      return files
        .filter((file) => file.startsWith(`${folder}/`))
        .flatMap((file) => databasesOf(file).map((database): Job => ({ file, database, timeoutMs })))
    })
