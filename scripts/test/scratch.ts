import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a server that a test left running may take to end before the folder under it is removed. */
const endTimeoutMs = 5_000
const pollMs = 50

/**
 * A folder for everything that the tests write. Others may enter it, because PostgreSQL runs as another user
 * when the tests run as root; its name is short, because a Unix socket's path must be.
 */
export const makeScratch = (): string => {
  const scratch = mkdtempSync(join(tmpdir(), 'tl-'))
  chmodSync(scratch, 0o755)
  return scratch
}

/** Ends what still works in the folder (servers whose test was ended), then removes it. */
export const removeScratch = async (scratch: string): Promise<void> => {
  const deadline = performance.now() + endTimeoutMs
  for (let left = processesUnder(scratch); left.length > 0; left = processesUnder(scratch)) {
    for (const pid of left) end(pid, performance.now() > deadline ? 'SIGKILL' : 'SIGQUIT')
    if (performance.now() > deadline) break
    await sleep(pollMs)
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
}

const end = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}

const processesUnder = (folder: string): number[] => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && worksUnder(name, folder))
      .map(Number)
  } catch {
    return []
  }
}

const worksUnder = (pid: string, folder: string): boolean => {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`)
  } catch {
    return false
  }
}
