import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, runAs } from './account.ts'
import { type Binaries, program } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { PostgresFault } from './fault.ts'
import {
  immediateStopTimeoutMs,
  logBytesMax,
  logTailBytes,
  readyPollMs,
  readyTimeoutMs,
  stopTimeoutMs,
} from './limits.ts'
import { isAlive, readPidFile } from './process-state.ts'

/** Puts a large log aside, so that no more than two are kept. */
const rotateLog = (log: string): void => {
  if (existsSync(log) && statSync(log).size > logBytesMax) renameSync(log, `${log}.1`)
}

/** The end of the server's log, for an error message. */
const logTail = (log: string): string => {
  try {
    return readFileSync(log, 'utf8').slice(-logTailBytes).trim()
  } catch {
    return ''
  }
}

/**
 * Starts the server as a child in a session of its own, so that Ctrl-C at a terminal reaches us alone and we
 * stop the server after our own work is done.
 */
export const spawnPostmaster = (
  folder: DataFolder,
  binaries: Binaries,
  account: Account | null,
): ChildProcess => {
  rotateLog(folder.log)
  const log = openSync(folder.log, 'a', 0o600)
  try {
    return spawn(
      program(binaries, 'postgres'),
      ['-D', folder.cluster, '-c', `config_file=${folder.config}`],
      {
        ...runAs(account),
        detached: true,
        stdio: ['ignore', log, log],
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      },
    )
  } finally {
    closeSync(log)
  }
}

/** Waits until the child takes connections. */
export const waitUntilReady = async (child: ChildProcess, folder: DataFolder): Promise<number> => {
  const deadline = performance.now() + readyTimeoutMs
  let failed: Error | null = null
  child.once('error', (error) => (failed = error))
  while (performance.now() < deadline) {
    const state = readPidFile(folder.cluster)
    if (state?.ready && state.pid === child.pid) return state.pid
    if (failed || child.exitCode !== null || child.signalCode !== null) break
    await sleep(readyPollMs)
  }
  child.kill('SIGINT')
  throw new PostgresFault(
    'not started',
    `PostgreSQL did not start. ${describe(failed)}The end of ${folder.log}:\n${logTail(folder.log)}`,
  )
}

const describe = (failed: Error | null) => (failed ? `${failed.message}. ` : '')

type StopMode = 'fast' | 'immediate'
const stopSignals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

/** Asks the server to stop; on Windows, which has no signals, by its own tool. */
export const askToStop = (pid: number, mode: StopMode, binaries: Binaries): void => {
  if (!isAlive(pid)) return
  const signal = stopSignals[mode]
  if (process.platform === 'win32')
    spawnSync(program(binaries, 'pg_ctl'), ['kill', signal.slice(3), String(pid)])
  else process.kill(pid, signal)
}

const goneWithin = async (pid: number, timeoutMs: number): Promise<boolean> => {
  const deadline = performance.now() + timeoutMs
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false
    await sleep(readyPollMs)
  }
  return true
}

/** Stops a server: fast (a checkpoint is written), and if that does not end, at once (the next start recovers). */
export const stopPostmaster = async (pid: number, binaries: Binaries): Promise<void> => {
  askToStop(pid, 'fast', binaries)
  if (await goneWithin(pid, stopTimeoutMs)) return
  askToStop(pid, 'immediate', binaries)
  if (await goneWithin(pid, immediateStopTimeoutMs)) return
  throw new PostgresFault(
    'not stopped',
    `PostgreSQL (process ${pid}) does not stop. End it by hand, then start again.`,
  )
}
