import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../exit.ts'

/**
 * What a data folder knows of its demonstration. `start` is the moment that its times are relative to: with it and the
 * seed the same filings can be planned again, so that an interrupted preparation goes on where it stopped.
 */
export type DemonstrationState = {
  format: 'opentipline-demonstration/1'
  seed: number
  reports: number
  start: string
  state: 'preparing' | 'ready'
}

const statePath = (dataDir: string): string => join(dataDir, 'demonstration.json')
export const journalPath = (dataDir: string): string => join(dataDir, 'demonstration.journal')

const isState = (value: unknown): value is DemonstrationState =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'opentipline-demonstration/1' &&
  'seed' in value &&
  typeof value.seed === 'number' &&
  'reports' in value &&
  typeof value.reports === 'number' &&
  'start' in value &&
  typeof value.start === 'string' &&
  'state' in value &&
  (value.state === 'preparing' || value.state === 'ready')

/** The state of the folder's demonstration, or undefined where there is none yet. @throws Refused for a damaged file */
export const readState = async (dataDir: string): Promise<DemonstrationState | undefined> => {
  const path = statePath(dataDir)
  if (!existsSync(path)) return undefined
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (isState(value)) return value
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new Refused('failed', `${path} cannot be read. Remove the folder ${dataDir} to start afresh.`)
}

/** Written beside and put in place whole, so that a torn file is never met. */
export const writeState = async (dataDir: string, state: DemonstrationState): Promise<void> => {
  const draft = `${statePath(dataDir)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, statePath(dataDir))
}

export const removeJournal = (dataDir: string): Promise<void> => rm(journalPath(dataDir), { force: true })

/**
 * Refuses a folder that holds a database which is no demonstration: synthetic reports must never stand among real ones,
 * and demonstration people must not be let in to them.
 */
export const refuseForeignFolder = (dataDir: string): void => {
  if (!existsSync(join(dataDir, 'postgres')) && !existsSync(join(dataDir, 'vault'))) return
  throw new Refused(
    'failed',
    `${dataDir} holds data that is not of a demonstration, and a demonstration lets anybody at this machine in. Run it with: tipline serve --data ${dataDir}\nOr name another folder for the demonstration: tipline start --data ANOTHER-FOLDER`,
  )
}
