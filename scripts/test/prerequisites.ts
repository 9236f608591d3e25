import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from '../../test/support/browser.ts'
import { packageManagerTimeoutMs } from './limits.ts'

/** What the tests need of the system: a browser, and a PostgreSQL beside the embedded one, with its pgbench. */
export type Prerequisites = { chromium: string; postgresBin: string }

/** The programs of a PostgreSQL that the tests use. */
const programs = ['postgres', 'initdb', 'pgbench']

/** The folder of the newest PostgreSQL on this machine that has all of them, or null. */
export const findPostgresBin = (env: NodeJS.ProcessEnv = process.env): string | null => {
  const debian = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => versionIn(b) - versionIn(a))
  const others = ['/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin', '/usr/local/opt/postgresql@*/bin']
  const candidates = [
    ...debian,
    ...others.flatMap((each) => globSync(each)),
    ...(env.PATH ?? '').split(delimiter),
  ]
  return candidates.find((folder) => programs.every((program) => existsSync(join(folder, program)))) ?? null
}

const versionIn = (path: string) => Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0)

type Wanted = { found: string | null; packages: string[]; what: string }

const wanted = (): { chromium: Wanted; postgres: Wanted } => ({
  chromium: { found: findChromium(), packages: ['chromium'], what: 'Chromium' },
  postgres: {
    found: findPostgresBin(),
    packages: ['postgresql', 'postgresql-contrib'],
    what: 'PostgreSQL 15 or later with pgbench',
  },
})

/** Whether packages can be installed here without asking: root on a system with apt. */
const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** The one sentence for a person who must install something. */
export const installAdvice = (missing: readonly { what: string; packages: string[] }[]): string =>
  `The tests need ${missing.map((each) => each.what).join(' and ')}. Install it (Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${missing.flatMap((each) => each.packages).join(' ')}; elsewhere the packages of these names) and run npm test again.`

/** Ubuntu's chromium is a snap, which does not run in containers; Debian's is a browser. */
const isUbuntu = () =>
  existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))

const apt = (args: string[]): string | null => {
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: packageManagerTimeoutMs,
  })
  return run.status === 0 ? null : (run.error?.message ?? run.stderr.trim().split('\n').slice(-3).join(' '))
}

const install = (packages: string[]): string | null =>
  apt(['update', '-q']) ?? apt(['install', '-y', '-q', '--no-install-recommends', ...packages])

/**
 * Finds what the tests need, and installs what is missing where that can be done without asking.
 * @returns the paths, or one sentence on what to install
 */
export const ensurePrerequisites = (say: (line: string) => void): Prerequisites | { missing: string } => {
  const before = missingOf(wanted())
  if (before.length > 0 && mayInstall()) {
    say(`Installing ${before.map((each) => each.what).join(' and ')} by apt-get ...`)
    const fault = install(before.flatMap((each) => each.packages))
    if (fault) say(`apt-get could not: ${fault}`)
  }
  const { chromium, postgres } = wanted()
  if (chromium.found && postgres.found) return { chromium: chromium.found, postgresBin: postgres.found }
  const note = !chromium.found && isUbuntu() ? ' On Ubuntu, Google Chrome serves as well.' : ''
  return { missing: installAdvice(missingOf({ chromium, postgres })) + note }
}

const missingOf = (all: { chromium: Wanted; postgres: Wanted }): Wanted[] =>
  [all.chromium, all.postgres].filter((each) => each.found === null)
