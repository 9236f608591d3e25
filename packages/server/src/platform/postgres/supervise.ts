import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { type Address, socketLockOf } from './address.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { adoptedPollMs, healthyAfterMs, restartDelayMaxMs, restartDelayMs } from './limits.ts'
import { askToStop, spawnPostmaster, stopPostmaster, waitUntilReady } from './postmaster.ts'
import { clearStaleLocks, isAlive } from './process-state.ts'

export type Watch = {
  folder: DataFolder
  binaries: Binaries
  account: Account | null
  address: Address
  /** The process of a server found running, or null to start one. */
  adopted: number | null
  onLog: (line: string) => void
}

export type SupervisedState = {
  pid: number
  origin: 'started' | 'adopted'
  restarts: number
  state: 'running' | 'restarting' | 'stopped'
}

export type Supervised = { state(): SupervisedState; stop(): Promise<void> }

/** The pause before the next restart: doubling with each crash in a row, up to a limit. */
export const restartPauseMs = (crashesInARow: number): number =>
  Math.min(restartDelayMaxMs, restartDelayMs * 2 ** Math.min(crashesInARow - 1, 16))

/** Starts (or takes over) the server and keeps it running until it is told to stop or this process exits. */
export const supervise = async (watch: Watch): Promise<Supervised> => {
  const first =
    watch.adopted === null ? await launch(watch) : { pid: watch.adopted, gone: adoptedGone(watch.adopted) }
  const stopping = new AbortController()
  const now: SupervisedState = {
    pid: first.pid,
    origin: watch.adopted === null ? 'started' : 'adopted',
    restarts: 0,
    state: 'running',
  }
  const stopAtExit = () => askToStop(now.pid, 'fast', watch.binaries)
  process.once('exit', stopAtExit)
  const kept = keepRunning(watch, now, first.gone, stopping.signal)
  return {
    state: () => ({ ...now }),
    stop: async () => {
      stopping.abort()
      await kept
      await stopPostmaster(now.pid, watch.binaries)
      process.removeListener('exit', stopAtExit)
      now.state = 'stopped'
    },
  }
}

type Launched = { pid: number; gone: Promise<string> }

const launch = async (watch: Watch): Promise<Launched> => {
  await clearStaleLocks(watch.folder.cluster, socketLockOf(watch.address))
  const child = spawnPostmaster(watch.folder, watch.binaries, watch.account)
  const gone = childGone(child)
  const pid = await waitUntilReady(child, watch.folder)
  // Our own work keeps this process alive, not the server; at exit the server is told to stop.
  child.unref()
  return { pid, gone }
}

const childGone = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)))

/** An adopted server is no child of ours, so it is looked at from time to time. */
const adoptedGone = async (pid: number): Promise<string> => {
  while (isAlive(pid)) await sleep(adoptedPollMs, undefined, { ref: false })
  return 'ended'
}

/** Waits for the server to end; unless that was asked for, starts it again, with longer pauses if it keeps ending. */
const keepRunning = async (
  watch: Watch,
  now: SupervisedState,
  firstGone: Promise<string>,
  stopping: AbortSignal,
): Promise<void> => {
  const asked = new Promise<null>((resolve) =>
    stopping.addEventListener('abort', () => resolve(null), { once: true }),
  )
  let gone = firstGone
  let startedAt = performance.now()
  let crashesInARow = 0
  for (;;) {
    const how = await Promise.race([gone, asked])
    if (how === null || stopping.aborted) return
    crashesInARow = performance.now() - startedAt > healthyAfterMs ? 1 : crashesInARow + 1
    now.state = 'restarting'
    watch.onLog(
      `PostgreSQL ended by itself (${how}); starting it again in ${restartPauseMs(crashesInARow)} ms.`,
    )
    const next = await relaunch(watch, crashesInARow, stopping)
    if (next === null) return
    startedAt = performance.now()
    if (next === 'failed') {
      gone = Promise.resolve('it did not start')
      continue
    }
    gone = next.gone
    Object.assign(now, { pid: next.pid, origin: 'started', restarts: now.restarts + 1, state: 'running' })
    watch.onLog(`PostgreSQL runs again (process ${next.pid}).`)
  }
}

const relaunch = async (
  watch: Watch,
  crashesInARow: number,
  stopping: AbortSignal,
): Promise<Launched | 'failed' | null> => {
  try {
    await sleep(restartPauseMs(crashesInARow), undefined, { signal: stopping, ref: false })
  } catch {
    return null
  }
  try {
    return await launch(watch)
  } catch (error) {
    watch.onLog(error instanceof Error ? error.message : String(error))
    return 'failed'
  }
}
