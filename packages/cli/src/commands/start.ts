import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openLog, readRunning, type RunningServer, startServer } from '@opentipline/server'
import { databaseWish } from '../database-wish.ts'
import { filingsMax } from '../demo/generate.ts'
import { demoPeopleOf } from '../demo/refuse-elsewhere.ts'
import { exitCodes, Refused } from '../exit.ts'
import { ownLimits } from '../own-limits.ts'
import { defaultDataDir, readNumber, readWords } from '../options.ts'
import { freePort } from '../start/free-port.ts'
import { peopleToTell } from '../start/people.ts'
import { prepare } from '../start/prepare.ts'
import { type DemonstrationState, readState, refuseForeignFolder, writeState } from '../start/state.ts'
import { type Started, startedText } from '../start/tell.ts'
import { pictureHashes } from '../picture-hashes.ts'
import { untilStopped } from '../until-stopped.ts'
import { defaultReports, defaultSeed } from './demo.ts'
import type { Command } from './index.ts'
import { defaultPort } from './serve.ts'

type Wish = { dataDir: string; port: number; reports: number; seed: number; json: boolean }

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const stateFor = async ({ dataDir, reports, seed }: Wish): Promise<DemonstrationState> => {
  const known = await readState(dataDir)
  if (known) return known
  refuseForeignFolder(dataDir)
  await mkdir(dataDir, { recursive: true })
  const state: DemonstrationState = {
    format: 'opentipline-demonstration/1',
    seed,
    reports,
    start: new Date().toISOString(),
    state: 'preparing',
  }
  // Before anything else is there, so that a folder of a killed first start is known for what it is.
  await writeState(dataDir, state)
  return state
}

const refuseSecond = async (dataDir: string): Promise<void> => {
  const running = await readRunning(dataDir)
  if (running) throw new Refused('failed', `OpenTipline runs on ${dataDir} already: open ${running.address}`)
}

const listen = async (wish: Wish): Promise<RunningServer> => {
  const port = await freePort(wish.port)
  if (port !== wish.port) say(`Port ${wish.port} is taken; using ${port}.`)
  return startServer({
    dataDir: wish.dataDir,
    port,
    host: '127.0.0.1',
    ...databaseWish(),
    demo: true,
    locationDatabase: process.env.TIPLINE_LOCATION_DATABASE,
    rangeTable: process.env.TIPLINE_RANGE_TABLE,
    useNotice: process.env.TIPLINE_USE_NOTICE,
    pictureHashes: pictureHashes(),
    ...ownLimits(),
    log: openLog('warn'),
  })
}

/** The caseload, unless an earlier start has prepared it. @throws Refused that says how it goes on */
const prepareOnce = async (
  wish: Wish,
  address: string,
  state: DemonstrationState,
  signal: AbortSignal,
): Promise<Started['prepared'] | 'stopped'> => {
  if (state.state === 'ready') return null
  const began = Date.now()
  const prepared = await prepare({ dataDir: wish.dataDir, address, state, signal }).catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      throw new Refused(
        'failed',
        `The demonstration is not ready: ${why}\nThe next start goes on with it; remove ${wish.dataDir} to start afresh.`,
      )
    },
  )
  return prepared.stopped ? 'stopped' : { ...prepared, durationMs: Date.now() - began }
}

const describe = async (
  wish: Wish,
  { address, database }: RunningServer,
  state: DemonstrationState,
  prepared: Started['prepared'],
): Promise<Started> => ({
  address,
  data: wish.dataDir,
  database,
  prepared,
  reports: state.reports,
  since: state.start,
  people: await peopleToTell(address, await demoPeopleOf(address)),
})

const runStart = async (wish: Wish): Promise<number> => {
  await refuseSecond(wish.dataDir)
  const state = await stateFor(wish)
  const stop = new AbortController()
  const stopped = untilStopped().then(() => stop.abort())
  const server = await listen(wish)
  try {
    const prepared = await prepareOnce(wish, server.address, state, stop.signal)
    if (prepared === 'stopped') {
      say('Stopped before the demonstration was ready. The next start goes on with it.')
      return exitCodes.done
    }
    const started = await describe(wish, server, state, prepared)
    process.stdout.write(wish.json ? `${JSON.stringify(started)}\n` : startedText(started))
    await stopped
    return exitCodes.done
  } finally {
    await server.stop()
  }
}

export const start: Command = {
  name: 'start',
  usage: 'start [--port N] [--data DIR] [--reports N] [--seed S]',
  about: 'Runs a demonstration: server, database, people and a synthetic caseload.',
  details: `  --port N      port to listen on (${defaultPort}; the next free one where it is taken)
  --data DIR    the folder that holds everything (tipline-data, or TIPLINE_DATA)
  --reports N   filings of the caseload, at the first start (${defaultReports})
  --seed S      which caseload, at the first start (${defaultSeed})
The first start prepares the caseload; an interrupted one is gone on with. Later starts keep what is there.
It listens on this machine alone. For real reports use: tipline serve`,
  run: async (words) => {
    const { values } = readWords(
      words,
      {
        port: { type: 'string' },
        data: { type: 'string' },
        reports: { type: 'string' },
        seed: { type: 'string' },
      },
      { min: 0, max: 0 },
    )
    return runStart({
      dataDir: values.data === undefined ? defaultDataDir() : resolve(values.data),
      port: readNumber(values.port, '--port', defaultPort, 0, 65_535),
      reports: readNumber(values.reports, '--reports', defaultReports, 1, filingsMax),
      seed: readNumber(values.seed, '--seed', defaultSeed, 0, 2 ** 31),
      json: values.json === true,
    })
  },
}
