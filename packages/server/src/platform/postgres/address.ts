import { createHash, randomBytes } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { type DataFolder, makeOwnedFolder } from './data-folder.ts'
import { PostgresFault } from './fault.ts'
import { socketPathBytesMax } from './limits.ts'

/** Where the server listens: a Unix socket in a folder of its own, or a port on 127.0.0.1. */
export type Address = { kind: 'socket'; socketDir: string } | { kind: 'loopback'; port: number }

/** The port number is part of a socket's file name, and means nothing else there. */
export const socketPort = 5432
/** The superuser that owns the database. It starts it and brings its schema up to date; what serves requests has another login. */
export const adminUser = 'tipline_owner'

const socketFile = (socketDir: string) => join(socketDir, `.s.PGSQL.${socketPort}`)
const fits = (socketDir: string) => Buffer.byteLength(socketFile(socketDir)) <= socketPathBytesMax

/** The file by which a server keeps others from its socket, or null where it listens on a port. */
export const socketLockOf = (address: Address): string | null =>
  address.kind === 'socket' ? `${socketFile(address.socketDir)}.lock` : null

/**
 * Chooses the address: a port where one is asked for or there are no Unix sockets (Windows); else a socket in
 * the data folder; else, where that path is too long for a socket, in a private folder of the temporary one.
 * Port 0 means any free port.
 */
export const chooseAddress = async (
  folder: DataFolder,
  account: Account | null,
  wanted: { port?: number | undefined; socketDir?: string | undefined },
): Promise<Address> => {
  if (wanted.port !== undefined || process.platform === 'win32')
    return { kind: 'loopback', port: wanted.port || (await freePort()) }
  const tag = createHash('sha256').update(folder.root).digest('hex').slice(0, 12)
  const candidates = wanted.socketDir ? [wanted.socketDir] : [folder.socket, join(tmpdir(), `tipline-${tag}`)]
  const socketDir = candidates.find(fits)
  if (!socketDir) return { kind: 'loopback', port: await freePort() }
  makeOwnedFolder(socketDir, account)
  assertPrivate(socketDir, account)
  return { kind: 'socket', socketDir }
}

/** A folder of a known name in a public place could have been made by somebody else before us. */
const assertPrivate = (socketDir: string, account: Account | null): void => {
  const found = lstatSync(socketDir)
  const owner = account?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new PostgresFault(
      'not reachable',
      `${socketDir} is not a private folder of the user PostgreSQL runs as.`,
    )
}

/** A port of 127.0.0.1 that was free a moment ago. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (at && typeof at === 'object' ? resolve(at.port) : reject(new Error('no port'))))
    })
  })

/** The administrator's password: made once, 192 random bits, readable by us alone. */
export const readOrMakePassword = (file: string): string => {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return password
}

/** A connection URL that pg, psql and pgbench read alike. */
export const urlOf = (
  address: Address,
  password: string,
  database = 'postgres',
  user: string = adminUser,
): string => {
  switch (address.kind) {
    case 'socket': {
      const at = `host=${encodeURIComponent(address.socketDir)}&port=${socketPort}`
      return `postgresql://${user}:${password}@/${database}?${at}`
    }
    case 'loopback':
      return `postgresql://${user}:${password}@127.0.0.1:${address.port}/${database}`
  }
}
