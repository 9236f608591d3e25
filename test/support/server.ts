/** The real server for tests: on a fresh database, in a temporary folder, stopped afterwards. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import {
  type Administration,
  openAdministration,
  openLog,
  type ServerOptions,
  startServer,
} from '@opentipline/server'
import { type FreshDatabase, freshDatabase } from './database.ts'

type Scope = { after(done: () => Promise<void>): void }

export type TestCredential = { username: string; password: string; authorization: string; providerId: number }

export type TestServer = {
  /** `http://127.0.0.1:PORT` */
  address: string
  dataDir: string
  database: FreshDatabase
  /** A new credential for a provider. */
  addProvider(name: string, environment?: 'live' | 'test'): Promise<TestCredential>
  /** What the operator does at the command line. */
  operate<T>(work: (administration: Administration) => Promise<T>): Promise<T>
  /** Signs in as a demonstration person and gives the cookie header. */
  signIn(personId: string): Promise<string>
  /** Stops the server before the test ends; its database and its folder stay until then. */
  stop(): Promise<void>
}

/** Starts the server in demonstration mode on a free port. */
export const startTestServer = async (
  scope: Scope = { after },
  settings: Partial<Omit<ServerOptions, 'dataDir' | 'databaseUrl' | 'log'>> = {},
): Promise<TestServer> => {
  // The server stops before its database is dropped, whatever order the scope runs its ends in.
  const dropDatabase: (() => Promise<void>)[] = []
  const database = await freshDatabase({ after: (done) => dropDatabase.push(done) })
  const dataDir = await mkdtemp(join(tmpdir(), 'tipline-test-'))
  const log = openLog(process.env.TIPLINE_TEST_LOG ? 'info' : 'silent')
  const server = await startServer({
    dataDir,
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.url,
    demo: true,
    // A test makes more calls in a minute than a person could.
    callsPerMinuteOfPerson: 1_000_000,
    log,
    ...settings,
  })
  scope.after(async () => {
    await server.stop()
    for (const drop of dropDatabase) await drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const operate = async <T>(work: (administration: Administration) => Promise<T>): Promise<T> => {
    const administration = await openAdministration({ dataDir, operator: 'test', log })
    try {
      return await work(administration)
    } finally {
      await administration.close()
    }
  }
  return {
    address: server.address,
    dataDir,
    database,
    operate,
    addProvider: async (name, environment = 'live') => {
      const made = await operate((administration) => administration.addProvider({ name, environment }))
      const basic = Buffer.from(`${made.username}:${made.password}`).toString('base64')
      return { ...made, authorization: `Basic ${basic}` }
    },
    signIn: (personId) => signIn(server.address, personId),
    stop: () => server.stop(),
  }
}

/** Signs in at an address as a demonstration person and gives the cookie header. */
export const signIn = async (address: string, personId: string): Promise<string> => {
  const answer = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  return cookiesAfter(answer)
}

/** The cookie header that a browser would send after an answer: what it sets stands in place of what was there. */
export const cookiesAfter = (answer: Response, before = ''): string => {
  const pairs = [
    ...before.split('; '),
    ...answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''),
  ]
  const jar = new Map(pairs.filter((pair) => pair !== '').map((pair) => [pair.split('=')[0], pair]))
  return [...jar.values()].join('; ')
}

/** Waits until `look` gives something, for `timeoutMs` at most. */
export const eventually = async <T>(look: () => Promise<T | undefined>, timeoutMs = 20_000): Promise<T> => {
  const until = Date.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
