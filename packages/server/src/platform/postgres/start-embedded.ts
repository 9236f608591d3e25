import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { withClient } from '../../db/with-client.ts'
import { type Account, ownAccount } from './account.ts'
import { type Address, chooseAddress, readOrMakePassword, urlOf } from './address.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { type DataFolder, dataFolder, makeDataFolder } from './data-folder.ts'
import { assertDurable } from './durable.ts'
import { lockFolder } from './folder-lock.ts'
import { probeTimeoutMs } from './limits.ts'
import { stopPostmaster } from './postmaster.ts'
import { runningPostmaster } from './process-state.ts'
import { accessText, configText } from './settings.ts'
import { type Supervised, supervise } from './supervise.ts'

export type EmbeddedOptions = {
  /** The folder that holds everything of this server. Made if it does not exist. */
  dataDir: string
  /** Listen on this port of 127.0.0.1 rather than on a Unix socket; 0 takes any free one. */
  port?: number
  /** The folder for the Unix socket, where the one in the data folder will not do. */
  socketDir?: string
  /** Folder with initdb, pg_ctl and postgres of a PostgreSQL 15 or later; default `TIPLINE_POSTGRES_BIN`, else the embedded ones. */
  binDir?: string
  /** One line for each event of the supervisor; nothing of a report. */
  onLog?: (line: string) => void
}

/** What is running: for `doctor`, `/health` and tests. */
export type EmbeddedInfo = {
  dataDir: string
  version: string
  /** The system user it runs as, where that is not ours. */
  runsAs: string | null
  pid: number
  /** `started` by us, or `adopted`: found running after its supervisor was killed. */
  origin: 'started' | 'adopted'
  /** How often it crashed and was started again since we supervise it. */
  restarts: number
  state: 'running' | 'restarting' | 'stopped'
}

export type EmbeddedPostgres = {
  /** Connection URL of the administrator (superuser) to the database `postgres`. */
  adminUrl: string
  /** The same for another database of this server. */
  urlFor(database: string): string
  /** The same for another login. */
  urlAs(login: { user: string; password: string }, database: string): string
  /** Stops the server (fast shutdown) and frees the folder. May be called again. */
  stop(): Promise<void>
  info(): EmbeddedInfo
}

type Prepared = {
  folder: DataFolder
  binaries: Binaries
  account: Account | null
  address: Address
  url: string
}

/**
 * Starts the embedded PostgreSQL on a folder, or adopts the one that its killed supervisor left running there.
 * It is durable, checked, and started again if it crashes; it stops with `stop()` or when this process exits.
 * @throws {PostgresFault} with a sentence that says what to do
 */
export const startEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const account = ownAccount()
  const folder = dataFolder(options.dataDir)
  makeDataFolder(folder, account)
  const unlock = lockFolder(folder.lock, folder.root)
  try {
    return await startLocked(options, folder, account, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

const startLocked = async (
  options: EmbeddedOptions,
  folder: DataFolder,
  account: Account | null,
  unlock: () => void,
): Promise<EmbeddedPostgres> => {
  const onLog = options.onLog ?? (() => {})
  const binaries = findBinaries(
    options.binDir ?? process.env.TIPLINE_POSTGRES_BIN,
    folder.root,
    account,
    onLog,
  )
  const password = readOrMakePassword(folder.password)
  if (ensureCluster(folder, binaries, account, password)) onLog(`Made a new database in ${folder.root}.`)
  const address = await chooseAddress(folder, account, options)
  const prepared = { folder, binaries, account, address, url: urlOf(address, password) }
  const adopted = await adoptOrStop(prepared, onLog)
  const supervised = await supervise({ ...prepared, adopted, onLog })
  await refuseUnsafe(prepared, supervised)
  return {
    adminUrl: prepared.url,
    urlFor: (database) => urlOf(address, password, database),
    urlAs: (login, database) => urlOf(address, login.password, database, login.user),
    info: () => ({
      dataDir: folder.root,
      version: binaries.version,
      runsAs: account?.name ?? null,
      ...supervised.state(),
    }),
    stop: async () => {
      await supervised.stop()
      unlock()
    },
  }
}

const probe = (connectionString: string) => ({
  connectionString,
  connectionTimeoutMillis: probeTimeoutMs,
  query_timeout: probeTimeoutMs,
})

const refuseUnsafe = async (prepared: Prepared, supervised: Supervised): Promise<void> => {
  try {
    await withClient(probe(prepared.url), assertDurable)
  } catch (error) {
    await supervised.stop()
    throw error
  }
}

/** Writes the configuration; tells whether a server that was started with the one before has it already. */
const writeSettings = ({ folder, address }: Prepared): 'same' | 'changed' => {
  const before =
    readOrNull(folder.config) === null ? null : `${readOrNull(folder.config)}${readOrNull(folder.access)}`
  const config = configText(address, folder.access, existsSync(folder.own))
  writeFileSync(folder.config, config, { mode: 0o644 })
  writeFileSync(folder.access, accessText, { mode: 0o644 })
  return before === `${config}${accessText}` ? 'same' : 'changed'
}

const readOrNull = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * A server that still runs on the folder, though we hold its lock, is one whose supervisor was killed. It is
 * adopted if it answers, is this version, and has the settings it should; else stopped.
 * @returns the process adopted, or null
 */
const adoptOrStop = async (prepared: Prepared, onLog: (line: string) => void): Promise<number | null> => {
  const settings = writeSettings(prepared)
  const pid = runningPostmaster(prepared.folder.cluster)
  if (pid === null) return null
  if (settings === 'same' && (await answersAsItShould(prepared))) {
    onLog(`Adopted the PostgreSQL that was running on ${prepared.folder.root} (process ${pid}).`)
    return pid
  }
  onLog(`Stopping the PostgreSQL that was left running on ${prepared.folder.root} (process ${pid}).`)
  await stopPostmaster(pid, prepared.binaries)
  return null
}

const answersAsItShould = async ({ url, folder, binaries }: Prepared): Promise<boolean> => {
  try {
    return await withClient(probe(url), async (client) => {
      await assertDurable(client)
      const { rows } = await client.query<{ version: string; cluster: string }>(
        `select current_setting('server_version') as version, current_setting('data_directory') as cluster`,
      )
      return rows[0]?.cluster === folder.cluster && rows[0].version.split(' ')[0] === binaries.version
    })
  } catch {
    return false
  }
}
