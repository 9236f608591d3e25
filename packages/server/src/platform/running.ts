import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How to reach the server that runs on a data folder: for commands on the same machine, readable by its owner alone. */
export type Running = { pid: number; address: string; databaseUrl: string }

const path = (dataDir: string): string => join(dataDir, 'running.json')

export const writeRunning = async (dataDir: string, running: Running): Promise<void> => {
  const draft = `${path(dataDir)}.${process.pid}`
  await writeFile(draft, JSON.stringify(running), { mode: 0o600 })
  await rename(draft, path(dataDir))
}

export const removeRunning = (dataDir: string): Promise<void> => rm(path(dataDir), { force: true })

/** The server that runs on the folder now, or undefined. A file left by a killed server does not count. */
export const readRunning = async (dataDir: string): Promise<Running | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(path(dataDir), 'utf8'))
    return isRunning(value) && isAlive(value.pid) ? value : undefined
  } catch {
    return undefined
  }
}

const isRunning = (value: unknown): value is Running =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'address' in value &&
  typeof value.address === 'string' &&
  'databaseUrl' in value &&
  typeof value.databaseUrl === 'string'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
