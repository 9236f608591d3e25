import { spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, runAs } from './account.ts'
import { adminUser } from './address.ts'
import { type Binaries, program } from './binaries.ts'
import { type DataFolder, makeOwnedFolder } from './data-folder.ts'
import { PostgresFault } from './fault.ts'

/** Text sorts by code point and has Unicode's upper and lower case, the same on every machine where that is to be had. */
const localeArguments = (major: number): string[] => {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C']
}

/**
 * Makes the database cluster if there is none: under another name first, so that one cut off half way is
 * never taken for a whole one.
 * @returns whether it was made now
 */
export const ensureCluster = (
  folder: DataFolder,
  binaries: Binaries,
  account: Account | null,
  password: string,
): boolean => {
  removePartial(folder)
  if (existsSync(folder.cluster)) {
    assertVersion(folder, binaries)
    return false
  }
  const partial = join(folder.root, `cluster.${process.pid}.partial`)
  makeOwnedFolder(partial, account)
  initialise(partial, binaries, account, password)
  renameSync(partial, folder.cluster)
  return true
}

const removePartial = (folder: DataFolder): void => {
  for (const name of readdirSync(folder.root))
    if (/^(cluster|software-.*)\.\d+\.partial$/.test(name))
      rmSync(join(folder.root, name), { recursive: true, force: true })
}

const initialise = (cluster: string, binaries: Binaries, account: Account | null, password: string): void => {
  const secretDir = join(dirname(cluster), 'initdb')
  rmSync(secretDir, { recursive: true, force: true })
  mkdirSync(secretDir, { mode: 0o700 })
  const secret = join(secretDir, 'password')
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [secretDir, secret]) chownSync(path, account.uid, account.gid)
  const run = spawnSync(
    program(binaries, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      adminUser,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      '-E',
      'UTF8',
      ...localeArguments(binaries.major),
    ],
    { ...runAs(account), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
  )
  rmSync(secretDir, { recursive: true, force: true })
  if (run.status === 0) return
  rmSync(cluster, { recursive: true, force: true })
  throw new PostgresFault(
    'not started',
    `The database could not be made in ${cluster}: ${run.error?.message ?? run.stderr.trim()}`,
  )
}

const assertVersion = (folder: DataFolder, binaries: Binaries): void => {
  const made = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== String(binaries.major))
    throw new PostgresFault(
      'other version',
      `The database in ${folder.root} was made by PostgreSQL ${made}, and this one is ${binaries.version}. Use that version (TIPLINE_POSTGRES_BIN), or back up with it and restore into a new folder.`,
    )
}
