/**
 * How long the thread that answers everybody is held up by what is costly to read: the longest pause of its event loop
 * while the server is idle, while it takes large documents, and beside it how long reading one takes by itself, which is
 * what the pause would be without a thread of its own. The server runs in this process, its clients in a thread.
 *
 * `node scripts/run24.mjs test/bench/main-thread.ts`
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { emptyReport, type Report } from '@opentipline/contract'
import { readLawYaml } from '@opentipline/domain'
import { importLeJson, parseDocument, printReport, toReport } from '@opentipline/formats'
import { openAdministration, openLog, startServer } from '@opentipline/server'

/** Looks at the loop so often; a pause is told to this much. */
const lookMs = 5
const repeats = 3

const capture = (n: number) => ({
  ipAddress: `2001:db8::${(n % 65_536).toString(16)}`,
  eventName: 'Login' as const,
  at: '2026-10-30T18:04:00Z',
})
const reportOf = (captures: number): Report => ({
  ...emptyReport('reporting-xml'),
  incident: { type: 'Child Sex Tourism', annotations: [], at: '2026-11-01T10:00:00Z' },
  reporter: { person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] } },
  parties: [
    {
      role: 'reported',
      displayNames: [],
      profileUrls: [],
      ipCaptures: Array.from({ length: captures }, (_, n) => capture(n)),
      devices: [],
      priorReports: [],
      additionalInfo: [],
      associatedAccounts: [],
      statements: {},
      espIdentifier: 'synthetic-account',
    },
  ],
})

/** A JSON for import with many values that this version has no place for. */
const jsonOf = (values: number): string =>
  JSON.stringify({
    reportId: '900000017',
    dateReceived: '2026-11-02T08:00:00Z',
    reportedInformation: {
      incidentSummary: { incidentDateTime: '2026-11-01T10:00:00Z' },
      aKeyOfTomorrow: Array.from({ length: values }, (_, n) => ({ n, text: `Synthetic narrative ${n}` })),
    },
  })

/** Sends one request from another thread, so that making and sending it is no work of the one that is watched. */
const clientSource = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', async ({ url, method, headers, body }) => {
    const answer = await fetch(url, { method, headers, body })
    parentPort.postMessage({ status: answer.status, text: (await answer.text()).slice(0, 300), cookies: answer.headers.getSetCookie() })
  })`
const client = new Worker(clientSource, { eval: true })
type Told = { status: number; text: string; cookies: string[] }
const send = (url: string, headers: Record<string, string>, body: string): Promise<Told> =>
  new Promise((resolve) => {
    client.once('message', resolve)
    client.postMessage({ url, method: 'POST', headers, body })
  })

/** The longest pause of this thread's event loop while `work` goes on, in milliseconds. */
const longestPause = async (work: () => Promise<unknown>): Promise<number> => {
  const histogram = monitorEventLoopDelay({ resolution: lookMs })
  histogram.enable()
  await work()
  // A pause is seen by the look after it.
  await sleep(lookMs * 4)
  histogram.disable()
  return histogram.max / 1e6 - lookMs
}
const middle = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN
const often = async (act: (n: number) => Promise<number>): Promise<number> => {
  const list: number[] = []
  for (let n = 0; n < repeats; n++) list.push(await act(n))
  return middle(list)
}
const timed = async (work: () => unknown): Promise<number> => {
  const at = performance.now()
  work()
  return performance.now() - at
}

const mb = (text: string): string => `${(text.length / 1_048_576).toFixed(1)} MiB`
const tell = (what: string, pause: number, alone: number): void =>
  console.log(
    `  ${what.padEnd(44)} longest pause ${pause.toFixed(0).padStart(5)} ms; reading it alone ${alone.toFixed(0).padStart(6)} ms: ${(pause / alone).toFixed(2)} of it`,
  )

const log = openLog('silent')
const dataDir = await mkdtemp(join(tmpdir(), 'tipline-bench-thread-'))
// Where we are root, PostgreSQL runs as somebody else, who must get in.
await chmod(dataDir, 0o755)
const load = loadavg()[0] ?? 0
const server = await startServer({ dataDir, port: 0, host: '127.0.0.1', demo: true, log })
try {
  const administration = await openAdministration({ dataDir, operator: 'bench', log })
  const { username, password } = await administration.addProvider({
    name: 'Example Provider',
    environment: 'test',
  })
  await administration.close()
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const signIn = async (personId: string): Promise<string> => {
    const body = JSON.stringify({ personId })
    const told = await send(
      `${server.address}/api/demo/sign-in`,
      { 'content-type': 'application/json' },
      body,
    )
    return told.cookies.map((line) => line.split(';')[0]).join('; ')
  }
  const officer = await signIn('demo-officer-wi')
  const administrator = await signIn('demo-administrator-wi')
  const must = async (wanted: number, told: Promise<Told>): Promise<void> => {
    const { status, text } = await told
    if (status !== wanted) throw new Error(`answered ${status}: ${text}`)
  }
  const xml = printReport(reportOf(9_500))
  const xmlBytes = Buffer.from(xml)
  const json = jsonOf(150_000)
  const law = `a: {${Array.from({ length: 18_000 }, (_, n) => `k${n}: 1`).join(', ')}}`
  const readXml = () => {
    const parsed = parseDocument(xmlBytes, { expectedRoot: 'report', charsetHeader: undefined })
    if (!parsed.ok || parsed.document.rootName !== 'report') throw new Error('the document is not read')
    return JSON.stringify(toReport(parsed.document))
  }
  // Whatever the start left to do, and the first run of each code, is not what is measured.
  await sleep(8_000)
  await must(
    200,
    send(`${server.address}/ispws/submit`, { authorization: basic, 'content-type': 'text/xml' }, xml),
  )

  const idle = await often(() => longestPause(() => sleep(2_000)))
  console.log(`load before ${load.toFixed(1)}; each the middle of ${repeats}`)
  console.log(`  ${'idle'.padEnd(44)} longest pause ${idle.toFixed(0).padStart(5)} ms`)
  tell(
    `a report of ${mb(xml)} (XML)`,
    await often(() =>
      longestPause(() =>
        must(
          200,
          send(`${server.address}/ispws/submit`, { authorization: basic, 'content-type': 'text/xml' }, xml),
        ),
      ),
    ),
    await often(() => timed(readXml)),
  )
  tell(
    `an import of ${mb(json)} (JSON)`,
    await often((n) =>
      longestPause(() =>
        must(
          200,
          send(
            `${server.address}/api/imports?name=bench.json`,
            { cookie: officer, 'content-type': 'application/octet-stream' },
            json.replace('900000017', `90000001${n}`),
          ),
        ),
      ),
    ),
    await often(() => timed(() => importLeJson(Buffer.from(json)))),
  )
  tell(
    'a layer of law of 18,000 keys, refused',
    await often(() =>
      longestPause(() =>
        must(
          200,
          send(
            `${server.address}/api/law/check`,
            { cookie: administrator, 'content-type': 'application/json' },
            JSON.stringify({ text: law }),
          ),
        ),
      ),
    ),
    await often(() => timed(() => readLawYaml(law, 'own'))),
  )
} finally {
  await client.terminate()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
