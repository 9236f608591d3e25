/** The real command `tipline serve` in a process of its own: to be killed, or to be measured apart from its clients. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const command = join(import.meta.dirname, '../../packages/cli/src/main.ts')
/** A start that takes longer than this has hung: an idle machine needs two seconds, a busy one ten. */
const startTimeoutMs = 90_000
const stopTimeoutMs = 60_000

export type ServeOptions = {
  dataDir: string
  /** The PostgreSQL to use; the embedded one in the data folder when absent. */
  databaseUrl?: string | undefined
  /** Folder for compiled code, so that a hundred starts do not each read the same sources anew. */
  cacheDir?: string
  /** Told everything that the process writes, to either of its outputs. */
  onOutput?: (text: string) => void
  /** Further arguments of the runtime, such as `--cpu-prof`. */
  nodeArgs?: readonly string[]
}

export type Serving = {
  pid: number
  /** Resolves with the address when reports are taken; rejects when the process ends before. */
  ready: Promise<string>
  /** `kill -9`, and waits until the process is gone. */
  kill(): Promise<void>
  /** Asks it to end, and waits. Gives the exit code. */
  stop(): Promise<number | null>
}

export const serve = (options: ServeOptions): Serving => {
  const child = spawn(
    process.execPath,
    [
      ...(options.nodeArgs ?? []),
      command,
      'serve',
      '--port',
      '0',
      '--data',
      options.dataDir,
      '--demo',
      '--json',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        // As the command sets it for itself when it is started by its name.
        UV_THREADPOOL_SIZE: '16',
        // A test, or a load generator, makes more calls in a minute than a person could.
        TIPLINE_PERSON_CALLS_PER_MINUTE: '1000000',
        ...process.env,
        NODE_TEST_CONTEXT: undefined,
        ...(options.cacheDir === undefined ? {} : { NODE_COMPILE_CACHE: options.cacheDir }),
        DATABASE_URL: options.databaseUrl,
      },
    },
  )
  const gone = once(child, 'exit')
  for (const stream of [child.stdout, child.stderr])
    if (options.onOutput) stream.on('data', (bytes: Buffer) => options.onOutput?.(bytes.toString()))
  const ready = addressOf(child)
  // A process that is killed while it starts rejects this, and nobody may be waiting.
  ready.catch(() => undefined)
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  return {
    pid: child.pid ?? 0,
    ready,
    kill,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
      await gone
      clearTimeout(timer)
      return child.exitCode
    },
  }
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  const told: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => told.push(text))
  if (!child.stdout) throw new Error('the process has no output')
  const lines = createInterface({ input: child.stdout })
  const line = Promise.race([
    once(lines, 'line').then(([first]) => String(first)),
    once(child, 'exit').then(() => {
      throw new Error(`the server ended before it was ready:\n${told.join('')}`)
    }),
    sleep(startTimeoutMs, undefined, { ref: false }).then(() => {
      throw new Error(`the server was not ready within ${startTimeoutMs} ms:\n${told.join('')}`)
    }),
  ])
  const value: unknown = JSON.parse(await line)
  if (typeof value !== 'object' || value === null || !('address' in value))
    throw new Error('the server did not tell its address')
  return String(value.address)
}

/** The process of the embedded PostgreSQL of a data folder, as its own file tells. */
export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/**
 * The database of the server that runs, or ran last, on a data folder, as its owner: what a test or a measurement looks at and
 * switches. The login of the program may do neither on the embedded one.
 */
export const databaseUrlOf = (dataDir: string): string => {
  const value: unknown = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
  if (typeof value !== 'object' || value === null || !('databaseUrl' in value))
    throw new Error('running.json names no database')
  return String(value.databaseUrl).replace(/\/\/tipline_app:[^@]*@/, () => {
    const password = readFileSync(join(dataDir, 'postgres', 'password'), 'utf8').trim()
    return `//tipline_owner:${password}@`
  })
}
