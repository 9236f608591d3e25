/**
 * `kill -9` at random moments while reports are filed. What was acknowledged is recorded here, outside of the server,
 * and compared with what is there afterwards (invariants 1 and 2).
 *
 * On the embedded side the server supervises its own PostgreSQL: some kills end that as well.
 */
import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openAdministration, openLog } from '@opentipline/server'
import pg from 'pg'
import { freshDatabase } from '../support/database.ts'
import { eventually, type TestCredential } from '../support/server.ts'
import { audit } from './support/audit.ts'
import { makeFiler } from './support/filer.ts'
import { randomFrom } from './support/random.ts'
import { clientOf } from './support/reports.ts'
import { databaseUrlOf, postmasterOf, serve, type Serving } from '../support/serve.ts'

const kills = Number(process.env.TIPLINE_FAULTS_KILLS ?? 100)
const seed = Number(process.env.TIPLINE_FAULTS_SEED ?? Date.now() % 1_000_000_000)
const isEmbedded = process.env.TIPLINE_TEST_POSTGRES_KIND !== 'system'

/** Providers that file at once. */
const filerCount = 4
/** A server lives until this many calls were made of it at most, and a moment more: machines differ, calls do not. */
const callsMax = 60
const momentMsMax = 15
/** How long a server may take for them before it is killed in any case. */
const lifeMsMax = 10_000
/** One kill in so many comes while the server is still starting; that takes about this long. */
const killsAtStartEvery = 10
const startMsMax = 1_500
/** One kill in so many ends the embedded PostgreSQL as well, as a machine that goes down would. */
const killsOfPostgresEvery = 4
/** The pipeline is left alone for this long at most to bring everything to a queue. */
const settleMsMax = 60_000

const random = randomFrom(seed)
const filers = Array.from({ length: filerCount }, (_, n) => makeFiler(`filer${n}`, randomFrom(seed + 1 + n)))

/** Files with every filer until the server is gone; `enough` resolves when so many calls were made. */
const fileAll = (address: string, credential: TestCredential, calls: number) => {
  const client = clientOf(address, credential)
  const stop = new AbortController()
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  let left = calls
  const counted = (): void => {
    left -= 1
    if (left <= 0) resolve()
  }
  const filing = Promise.all(filers.map((filer) => filer.run(client, stop.signal, counted))).finally(
    client.close,
  )
  return {
    enough: Promise.race([enough, filing, sleep(lifeMsMax, undefined, { ref: false })]),
    gone: filing,
    stop: async () => {
      stop.abort()
      await filing
    },
  }
}

const killPostgres = (dataDir: string): void => {
  try {
    process.kill(postmasterOf(dataDir), 'SIGKILL')
  } catch {
    // It was not running yet.
  }
}

/** Starts a server, lets it work, and kills it at a moment that the seed tells. */
const liveAndDie = async (start: () => Serving, credential: TestCredential): Promise<void> => {
  const server = start()
  if (random.between(1, killsAtStartEvery) === 1) {
    await Promise.race([sleep(random.between(0, startMsMax)), server.ready])
    return server.kill()
  }
  const address = await server.ready
  const filing = fileAll(address, credential, random.between(1, callsMax))
  await filing.enough
  await sleep(random.between(0, momentMsMax))
  await server.kill()
  await filing.gone
}

const addProvider = async (dataDir: string): Promise<TestCredential> => {
  const administration = await openAdministration({ dataDir, operator: 'test', log: openLog('silent') })
  const made = await administration.addProvider({ name: 'Example Provider', environment: 'live' })
  await administration.close()
  return { ...made, authorization: '' }
}

/** Waits until no report is on its way and no entry waits for the tree; what is left then is for the audit to tell. */
const settle = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const left = `select (select count(*) from work)::int + (select count(*) from ledger_pending)::int as left`
  await eventually(async () => {
    const { rows } = await client.query<{ left: number }>(left)
    return rows[0]?.left === 0 ? true : undefined
  }, settleMsMax).catch(() => undefined)
  await client.end()
}

test(`invariant 1: after ${kills} kills nothing acknowledged is lost and nothing is doubled (seed ${seed})`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-kill-'))
  // PostgreSQL runs as another user when the tests run as root, and must be able to enter.
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  await mkdir(dataDir, { mode: 0o755 })
  const databaseUrl = isEmbedded ? undefined : (await freshDatabase(t)).url
  const start = () => serve({ dataDir, databaseUrl, cacheDir: join(folder, 'cache') })
  let server = start()
  t.after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await server.ready
  const credential = await addProvider(dataDir)
  await server.kill()

  for (let died = 1; died < kills; died += 1) {
    await liveAndDie(start, credential)
    if (isEmbedded && random.between(1, killsOfPostgresEvery) === 1) killPostgres(dataDir)
  }

  server = start()
  const address = await server.ready
  const filing = fileAll(address, credential, callsMax)
  await filing.enough
  await filing.stop()
  await settle(databaseUrl ?? databaseUrlOf(dataDir))

  const sent = filers.flatMap((filer) => filer.sent)
  const { faults, counts } = await audit(databaseUrl ?? databaseUrlOf(dataDir), dataDir, sent)
  t.diagnostic(
    `${isEmbedded ? 'embedded' : 'system'}, seed ${seed}, ${kills} kills: ${JSON.stringify(counts)}`,
  )
  assert.deepEqual([...filers.flatMap((filer) => filer.faults), ...faults], [])
  assert.ok((counts['finishes acknowledged'] ?? 0) > kills / 10, 'too little was filed to show anything')
})
