import { constants, type Stats } from 'node:fs'
import { lstat, mkdir, open } from 'node:fs/promises'
import { systemCode, VaultError } from './errors.ts'

/** What others may do by a mode: these bits must all be off. */
const groupAndOthers = 0o077

export const privateFileMode = 0o600
const privateDirectoryMode = 0o700

/** Makes the entries of a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a 0700 directory unless there is one. Its parent must exist, and is for the caller to sync. */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: privateDirectoryMode })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}

/** Throws `key-store-unsafe`, with the command that mends it, unless `path` is a directory only we may use. */
export async function assertPrivateDirectory(path: string): Promise<void> {
  const stats = await lstat(path)
  if (!stats.isDirectory()) throw unsafe(`${path} is not a directory.`)
  assertPrivate(path, stats, 'chmod 700')
}

/** Throws `key-store-unsafe`, with the command that mends it, unless `path` is a plain file only we may use. */
export async function assertPrivateFile(path: string): Promise<void> {
  const stats = await lstat(path)
  if (!stats.isFile()) throw unsafe(`${path} is not a plain file.`)
  assertPrivate(path, stats, 'chmod 600')
}

function assertPrivate(path: string, stats: Stats, remedy: string): void {
  const ours = process.geteuid?.()
  if (ours !== undefined && stats.uid !== ours) {
    throw unsafe(`${path} belongs to user ${stats.uid}, and this process runs as user ${ours}.`)
  }
  if ((stats.mode & groupAndOthers) === 0) return
  const mode = (stats.mode & 0o777).toString(8).padStart(4, '0')
  throw unsafe(`${path} has mode ${mode}, so others may reach the keys in it. Run: ${remedy} ${path}`)
}

function unsafe(message: string): VaultError {
  return new VaultError('key-store-unsafe', message)
}
