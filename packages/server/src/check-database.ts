import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from './db/with-client.ts'
import { assertDurable } from './platform/postgres/durable.ts'
import { assertPrivateWay } from './platform/postgres/private-way.ts'
import { startEmbeddedPostgres } from './platform/postgres/start-embedded.ts'
import { onDatabaseOf } from './platform/postgres/why-unusable.ts'
import { readRunning } from './platform/running.ts'

const durable = (connectionString: string): Promise<string> =>
  withClient(connectionString, async (client) => {
    await assertDurable(client)
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return `PostgreSQL ${rows[0]?.server_version ?? 'of an unknown version'}`
  })

const embedded = async (dataDir: string): Promise<string> => {
  const server = await startEmbeddedPostgres({ dataDir })
  try {
    return `embedded ${await durable(server.adminUrl)}`
  } finally {
    await server.stop()
  }
}

/** Where no database is yet, whether one could be: a new one in a temporary folder, which is removed again. */
const onTrial = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-check-'))
  try {
    // Under root the database runs as another account, which must be able to pass.
    await chmod(folder, 0o711)
    return `${await embedded(join(folder, 'postgres'))}, tried in a temporary folder: there is no database yet`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Whether the database of a data folder answers, or starts, with settings that lose nothing. Changes nothing in it.
 * @returns one line on what was found
 * @throws Error with one sentence on what is wrong
 */
export const checkDatabase = async (wish: {
  dataDir: string
  databaseUrl?: string | undefined
  plainDatabase?: boolean | undefined
}): Promise<string> => {
  const running = await readRunning(wish.dataDir)
  const url = running?.databaseUrl ?? wish.databaseUrl
  if (url !== undefined) {
    assertPrivateWay(url, wish.plainDatabase ?? false)
    return wish.databaseUrl === undefined
      ? durable(url)
      : onDatabaseOf('DATABASE_URL', url, () => durable(url))
  }
  const folder = join(wish.dataDir, 'postgres')
  return existsSync(folder) ? embedded(folder) : onTrial()
}
