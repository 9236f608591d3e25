import { openDatabase } from './db/database.ts'
import type { Environment } from './db/tables.ts'
import { addProvider, type NewCredential } from './features/providers/index.ts'
import type { Log } from './platform/log.ts'
import { openPostgres } from './platform/postgres.ts'
import { readRunning } from './platform/running.ts'
import { readOrMakeKey } from './platform/secrets.ts'

/** What the operator may do from the command line, beside a running server or without one. */
export type Administration = {
  addProvider(wish: { name: string; environment: Environment }): Promise<NewCredential>
  /** Address of the server that runs on the folder, if one does. */
  server: string | undefined
  close(): Promise<void>
}

export type AdministrationOptions = {
  dataDir: string
  databaseUrl?: string | undefined
  operator: string
  log: Log
}

/** Opens the data folder: through the database of the server that runs on it, else by starting the database for a moment. */
export const openAdministration = async (options: AdministrationOptions): Promise<Administration> => {
  const running = await readRunning(options.dataDir)
  const postgres = running
    ? { url: running.databaseUrl, stop: async () => undefined }
    : await openPostgres(options.dataDir, options.databaseUrl, options.log)
  const database = openDatabase(postgres.url)
  const credentialKey = await readOrMakeKey(options.dataDir, 'credentials')
  return {
    server: running?.address,
    addProvider: (wish) =>
      database.transaction({ role: 'tipline_admin', kind: 'operator', name: options.operator }, (tx) =>
        addProvider(tx, credentialKey, wish, new Date()),
      ),
    close: async () => {
      await database.close()
      await postgres.stop()
    },
  }
}
