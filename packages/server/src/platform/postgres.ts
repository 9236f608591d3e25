import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { withClient } from '../db/with-client.ts'
import { assertDurable } from './postgres/durable.ts'
import { lesserUser, renewLesserLogin, useLesserLogin } from './postgres/lesser-login.ts'
import { assertPrivateWay } from './postgres/private-way.ts'
import { startEmbeddedPostgres } from './postgres/start-embedded.ts'
import { onDatabaseOf } from './postgres/why-unusable.ts'
import type { Log } from './log.ts'

export type Postgres = {
  /** Connection URL of what serves requests: a login that owns nothing, but for an operator's own database without one. */
  url: string
  /** One line on what it is, for people. */
  about: string
  stop(): Promise<void>
}

export type DatabaseWish = {
  databaseUrl?: string | undefined
  /** Whether the operator's own may be reached in the clear over a network. */
  plainDatabase?: boolean | undefined
  /** The owner of the schema, where `databaseUrl` is a login of no rights of its own; it is used while starting alone. */
  databaseOwnerUrl?: string | undefined
}

/** Beside it the owner of the schema, who is used while starting alone. Absent where `url` is the owner. */
type Found = Postgres & { ownerUrl?: string | undefined }

const databaseName = 'tipline'

/**
 * The database, ready and of this version's schema: the operator's own by its URL, else the embedded one in the data
 * folder. Either is refused when it could lose what it has acknowledged; the operator's, where it is reached in the clear.
 */
export const openPostgres = async (
  dataDir: string,
  { databaseUrl, plainDatabase = false, databaseOwnerUrl }: DatabaseWish,
  log: Log,
): Promise<Postgres> => {
  const { ownerUrl, ...postgres } =
    databaseUrl === undefined
      ? await embedded(dataDir, log)
      : { ...(await external(databaseUrl, plainDatabase)), ownerUrl: databaseOwnerUrl }
  try {
    if (databaseUrl !== undefined && ownerUrl !== undefined) assertPrivateWay(ownerUrl, plainDatabase)
    const applied = await (databaseUrl === undefined
      ? migrate(ownerUrl ?? postgres.url)
      : migrateTheirs(databaseUrl, databaseOwnerUrl))
    if (ownerUrl !== undefined) await useLesserLogin(ownerUrl, postgres.url)
    if (applied.length > 0)
      log.info({ applied: applied.length }, 'the database schema was brought up to date')
    return postgres
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

const embedded = async (dataDir: string, log: Log): Promise<Found> => {
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    onLog: (line) => log.info({ postgres: line }, 'the embedded database'),
  })
  try {
    await ensureDatabase(server.adminUrl)
    const password = await renewLesserLogin(server.adminUrl)
    return {
      url: server.urlAs({ user: lesserUser, password }, databaseName),
      ownerUrl: server.urlFor(databaseName),
      about: `embedded PostgreSQL ${server.info().version}`,
      stop: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const migrateTheirs = (url: string, ownerUrl: string | undefined): Promise<string[]> =>
  ownerUrl === undefined
    ? onDatabaseOf('DATABASE_URL', url, () => migrate(url))
    : onDatabaseOf('TIPLINE_DATABASE_OWNER_URL', ownerUrl, () => migrate(ownerUrl))

const external = async (url: string, isPlainAllowed: boolean): Promise<Postgres> => {
  assertPrivateWay(url, isPlainAllowed)
  await onDatabaseOf('DATABASE_URL', url, () => withClient(url, assertDurable))
  return { url, about: 'your PostgreSQL (DATABASE_URL)', stop: async () => undefined }
}

const ensureDatabase = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  })
