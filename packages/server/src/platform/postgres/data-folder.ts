import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, assertReachable, firstBlockedFolder, ownAccount } from './account.ts'

/** What lies in the folder given as `dataDir`. Only `cluster` and `socket` belong to the server's account. */
export type DataFolder = {
  root: string
  cluster: string
  lock: string
  log: string
  config: string
  /** Settings of the operator's own, if there are any. */
  own: string
  access: string
  password: string
  socket: string
}

/** The paths within a data folder. */
export const dataFolder = (dataDir: string): DataFolder => {
  const root = resolve(dataDir)
  return {
    root,
    cluster: join(root, 'cluster'),
    lock: join(root, 'supervisor.lock'),
    log: join(root, 'server.log'),
    config: join(root, 'postgresql.conf'),
    own: join(root, 'local.conf'),
    access: join(root, 'pg_hba.conf'),
    password: join(root, 'password'),
    socket: join(root, 'socket'),
  }
}

/**
 * Makes the folder if need be. Where the server runs as another account that account may pass through it
 * (mode 0711) but list nothing; else nobody but us may enter it.
 */
export const makeDataFolder = (folder: DataFolder, account: Account | null): void => {
  mkdirSync(folder.root, { recursive: true, mode: account ? 0o711 : 0o700 })
  chmodSync(folder.root, account ? 0o711 : 0o700)
  assertReachable(folder.root, account)
}

/** Makes a folder that the server's account alone may enter. */
export const makeOwnedFolder = (path: string, account: Account | null): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}

/**
 * The data folder wanted, or, where we are root and the server's account could not reach it (under a home
 * of mode 0700), one under /var/lib named after it. A caller that uses the second must tell where it is.
 */
export const reachableDataDir = (wanted: string, account: Account | null = ownAccount()): string => {
  const root = resolve(wanted)
  if (firstBlockedFolder(nearestExisting(root), account) === null) return root
  const tag = createHash('sha256').update(root).digest('hex').slice(0, 8)
  return join('/var/lib/opentipline', `${basename(root)}-${tag}`)
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))
