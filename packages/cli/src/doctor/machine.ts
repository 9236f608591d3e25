import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Check, ok, problem, warning } from './check.ts'

/** The oldest Node that runs TypeScript as it is written here. */
const nodeMajorMin = 24
const gibibyte = 2 ** 30
/** Below this the database may stop in the middle of a day. */
const freeBytesWarning = 5 * gibibyte
const freeBytesProblem = gibibyte
/** A file from further in the future than this means that the clock was set back. */
const clockToleranceMs = 120_000

export const checkNode = (version: string = process.versions.node): Check =>
  Number(version.split('.')[0]) >= nodeMajorMin
    ? ok('Node', `version ${version}`)
    : problem('Node', `version ${version}`, `Install Node ${nodeMajorMin} or later, or run: npm ci`)

export const nearestExisting = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))

/** Free bytes in words, judged. */
export const judgeSpace = (freeBytes: number): Check => {
  const says = `${(freeBytes / gibibyte).toFixed(1)} GiB free`
  const todo = 'Make room, or move the data folder to a larger disk: uploads are refused when it is full'
  if (freeBytes < freeBytesProblem) return problem('Disk', says, todo)
  return freeBytes < freeBytesWarning ? warning('Disk', says, todo) : ok('Disk', says)
}

export const checkSpace = async (dataDir: string): Promise<Check> => {
  const { bavail, bsize } = await statfs(nearestExisting(dataDir))
  return judgeSpace(bavail * bsize)
}

/** The clock against times that certainly are past: of the program's own files and of the data folder's. */
export const judgeClock = (nowMs: number, pastMs: readonly number[]): Check => {
  const latest = Math.max(...pastMs)
  const now = new Date(nowMs).toISOString().slice(0, 19)
  return latest <= nowMs + clockToleranceMs
    ? ok('Clock', `${now} UTC`)
    : problem(
        'Clock',
        `it says ${now} UTC, but a file here is from ${new Date(latest).toISOString().slice(0, 19)}`,
        'Set the clock and keep it by NTP: times of reports and deadlines rest on it',
      )
}

export const checkClock = async (dataDir: string): Promise<Check> => {
  const files = [
    join(import.meta.dirname, '../main.ts'),
    join(dataDir, 'running.json'),
    join(dataDir, 'demonstration.json'),
    join(dataDir, 'keys'),
  ]
  const times = await Promise.all(
    files.filter((file) => existsSync(file)).map(async (file) => (await stat(file)).mtimeMs),
  )
  return judgeClock(Date.now(), times)
}

export const checkDesk = (
  page: string = join(import.meta.dirname, '../../../desk/dist/index.html'),
): Check =>
  existsSync(page)
    ? ok('Desk', 'built')
    : problem('Desk', 'the web pages are not built', 'Run: npm run build:desk')
