/** What is measured: the real server in a process of its own, on the embedded database or on a PostgreSQL. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { callsPerMinuteMax, openAdministration, openLog } from '@opentipline/server'
import { startEmbeddedPostgres } from '../../../packages/server/src/platform/postgres/start-embedded.ts'
import { parentOf } from './process-figures.ts'
import { databaseUrlOf, serve } from '../../support/serve.ts'

export type DatabaseKind = 'embedded' | 'system'
export type Subject = {
  kind: DatabaseKind
  /** One line on the database. */
  about: string
  host: string
  port: number
  pid: number
  postmasterPid: number
  databaseUrl: string
  folder: string
  authorization: string
  stop(): Promise<void>
}

/** @param postgresBin folder of the PostgreSQL programs for `system`; it runs with the embedded one's settings */
export const startSubject = async (
  kind: DatabaseKind,
  postgresBin: string,
  nodeArgs: readonly string[] = [],
): Promise<Subject> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-bench-'))
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  await mkdir(dataDir, { mode: 0o755 })
  const own =
    kind === 'system'
      ? await startEmbeddedPostgres({ dataDir: join(folder, 'system'), binDir: postgresBin })
      : undefined
  const server = serve({ dataDir, databaseUrl: own?.adminUrl, nodeArgs })
  const url = new URL(await server.ready)
  const databaseUrl = databaseUrlOf(dataDir)
  const administration = await openAdministration({ dataDir, operator: 'bench', log: openLog('warn') })
  // One credential makes the calls of many services here, so its limit is the highest there is.
  const made = await administration.addProvider({
    name: 'Example Provider',
    environment: 'live',
    callsPerMinute: callsPerMinuteMax,
  })
  await administration.close()
  return {
    kind,
    about: own ? `PostgreSQL ${own.info().version} by DATABASE_URL` : 'embedded PostgreSQL',
    host: url.hostname,
    port: Number(url.port),
    pid: server.pid,
    postmasterPid: await postmasterOf(databaseUrl),
    databaseUrl,
    folder,
    authorization: `Basic ${Buffer.from(`${made.username}:${made.password}`).toString('base64')}`,
    stop: async () => {
      await server.stop()
      await own?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Every session is a child of the postmaster. */
const postmasterOf = async (databaseUrl: string): Promise<number> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return parentOf(rows[0]?.pid ?? 0)
  } finally {
    await client.end()
  }
}
