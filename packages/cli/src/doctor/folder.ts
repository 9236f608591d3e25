import { constants, existsSync } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkDatabase, readRunning, reachableDataDir } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { askHealth } from '../ask-health.ts'
import { type Check, ok, problem, warning, wordsOf } from './check.ts'
import { nearestExisting } from './machine.ts'

const mayWrite = (path: string): Promise<boolean> =>
  access(path, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )

export const checkFolder = async (dataDir: string): Promise<Check> => {
  const there = nearestExisting(dataDir)
  if (!(await mayWrite(there)))
    return problem(
      'Data folder',
      `you may not write to ${there}`,
      `Run: chown ${process.getuid?.() ?? ''} ${there}`,
    )
  const reachable = reachableDataDir(dataDir)
  if (process.env.DATABASE_URL === undefined && reachable !== resolve(dataDir))
    return problem(
      'Data folder',
      `${dataDir} cannot be entered by the account that the embedded database runs as`,
      `Name one outside your home: --data ${reachable}`,
    )
  return ok('Data folder', there === dataDir ? dataDir : `${dataDir}, to be made at the first start`)
}

/** Starts the database for a moment where none runs; changes nothing in it. */
export const checkDatabaseOf = async (dataDir: string): Promise<Check> => {
  try {
    const found = await checkDatabase({ dataDir, ...databaseWish() })
    return ok('Database', `${found}; an acknowledged report survives a power cut`)
  } catch (error) {
    return problem('Database', wordsOf(error), 'Do what the sentence says, then run this again')
  }
}

const privateMode = 0o077

/** Every file under the folder that somebody else may read. */
const readableByOthers = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true })
  const paths = [folder, ...names.map((name) => join(folder, name))]
  const modes = await Promise.all(paths.map(async (path) => ({ path, mode: (await stat(path)).mode })))
  return modes.filter(({ mode }) => (mode & privateMode) !== 0).map(({ path }) => path)
}

export const checkKeys = async (dataDir: string): Promise<Check> => {
  const folder = join(dataDir, 'keys')
  if (!existsSync(folder)) return ok('Keys', 'none yet: they are made at the first start')
  try {
    const open = await readableByOthers(folder)
    const missing = ['credentials', 'vault'].filter((name) => !existsSync(join(folder, name)))
    const made = existsSync(join(dataDir, 'vault'))
    if (open.length > 0)
      return problem('Keys', `others can read ${open.join(', ')}`, `Run: chmod -R go= ${folder}`)
    if (made && missing.length > 0)
      return problem(
        'Keys',
        `missing: ${missing.join(', ')}`,
        'Restore the folder "keys" from its backup: without it no stored file can be read',
      )
    return ok('Keys', `private, in ${folder}; keep a copy apart from the data`)
  } catch (error) {
    return problem('Keys', wordsOf(error), `Run this as the account that owns ${folder}`)
  }
}

export const checkServer = async (dataDir: string): Promise<Check> => {
  const running = await readRunning(dataDir)
  if (!running) return ok('Server', 'none runs on this folder')
  const { live, ready } = await askHealth(running.address)
  if (ready) return ok('Server', `ready at ${running.address}`)
  return live
    ? problem('Server', `runs at ${running.address} but is not ready`, 'See the line on the database')
    : warning(
        'Server',
        `process ${running.pid} is noted for ${running.address}, which does not answer`,
        'It may be starting; else stop that process and start again',
      )
}
