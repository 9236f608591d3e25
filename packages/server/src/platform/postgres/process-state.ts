import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { immediateStopTimeoutMs, readyPollMs } from './limits.ts'

const hasProc = existsSync('/proc/self/cwd')

/**
 * Whether a process runs. One that we may not signal runs too; one that has ended but that nobody has reaped
 * (in a container whose first process is no init) does not, though a signal still finds it.
 */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

const isZombie = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}

/** What `postmaster.pid` of a cluster tells: the server's process and whether it takes connections. */
export const readPidFile = (cluster: string): { pid: number; ready: boolean } | null => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isSafeInteger(pid) && pid > 1 ? { pid, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

/**
 * The server that runs on the cluster, or null. A pid may have been given to another program since (after a
 * power cut, in a container that starts anew), so where /proc tells, the process must work in that folder.
 */
export const runningPostmaster = (cluster: string): number | null => {
  const found = readPidFile(cluster)
  if (!found || found.pid === process.pid || !isAlive(found.pid)) return null
  return hasProc && workingFolder(String(found.pid)) !== cluster ? null : found.pid
}

const workingFolder = (pid: string): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** Every process of a server works in its cluster's folder, those left behind by a killed one too. */
const processesIn = (cluster: string): string[] =>
  readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && workingFolder(name) === cluster && isAlive(Number(name)),
  )

/**
 * Removes the lock files of a server that is gone (`postmaster.pid`, and the socket's), because PostgreSQL
 * itself takes an unreaped process or a reused number for a live server and refuses to start. Only where
 * /proc shows that nothing works in the cluster any more: the file also guards against a dead server's
 * remaining children.
 * @param socketLock the lock file of the socket, or null where there is none
 */
export const clearStaleLocks = async (cluster: string, socketLock: string | null): Promise<void> => {
  const stale = readPidFile(cluster)
  if (!hasProc || stale === null) return
  const deadline = performance.now() + immediateStopTimeoutMs
  while (processesIn(cluster).length > 0) {
    if (performance.now() > deadline) return
    await sleep(readyPollMs)
  }
  if (socketLock && pidIn(socketLock) === stale.pid) rmSync(socketLock, { force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const pidIn = (lockFile: string): number | null => {
  try {
    return Number(readFileSync(lockFile, 'utf8').split('\n')[0])
  } catch {
    return null
  }
}
