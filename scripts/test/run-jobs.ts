import { join } from 'node:path'
import { runFile } from './run-file.ts'
import type { DatabaseKind, Job } from './suites.ts'
import { type Result, resultLines } from './tally.ts'

export type Surroundings = {
  scratch: string
  chromium: string
  postgresBin: string
  urls: Record<DatabaseKind, string>
  say: (line: string) => void
}

/**
 * Files at a time. For two cores: of two at a time each waits nearly half of its time, for the disk, a browser or a moment that has to
 * pass. Nothing that is tested depends on being alone: a browser waits for what it looks for, and a server is killed after a number of
 * calls, not of seconds.
 */
const atATime = 3

const environment = (around: Surroundings, database: DatabaseKind): NodeJS.ProcessEnv => ({
  TMPDIR: around.scratch,
  // Two hundred files import the same sources: each is compiled once.
  NODE_COMPILE_CACHE: join(around.scratch, 'compiled'),
  TIPLINE_CHROMIUM: around.chromium,
  TIPLINE_TEST_POSTGRES_BIN: around.postgresBin,
  TIPLINE_TEST_POSTGRES_URL: around.urls[database],
  TIPLINE_TEST_POSTGRES_KIND: database,
  NO_COLOR: '1',
  NODE_ENV: 'test',
})

/** Runs files, some at a time, and tells each as it ends. */
export const runJobs = async (jobs: readonly Job[], around: Surroundings): Promise<Result[]> => {
  const waiting = [...jobs]
  const results: Result[] = []
  const worker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const label = job.database === 'system' ? ' [system PostgreSQL]' : ''
      const result = await runFile(job.file, `${job.file}${label}`, {
        env: environment(around, job.database),
        timeoutMs: job.timeoutMs,
        scratch: around.scratch,
      })
      around.say(resultLines(result))
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return results
}
