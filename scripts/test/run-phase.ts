import { join } from 'node:path'
import { runFile } from './run-file.ts'
import type { DatabaseKind, Phase } from './suites.ts'
import { failedResult, type Result, resultLines } from './tally.ts'

export type Surroundings = {
  scratch: string
  chromium: string
  postgresBin: string
  urls: Record<DatabaseKind, string>
  say: (line: string) => void
}

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

/** Runs the files of a phase, some at a time, and tells each as it ends. */
export const runPhase = async (phase: Phase, around: Surroundings): Promise<Result[]> => {
  const label = phase.database === 'system' ? ` [${phase.database} PostgreSQL]` : ''
  if (phase.files.length === 0) {
    const result = failedResult(phase.name, 'There is no test here, and there should be.')
    around.say(resultLines(result))
    return [result]
  }
  const waiting = [...phase.files]
  const results: Result[] = []
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const options = {
        env: environment(around, phase.database),
        timeoutMs: phase.timeoutMs,
        scratch: around.scratch,
      }
      const result = await runFile(file, `${file}${label}`, options)
      around.say(resultLines(result))
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: phase.concurrency }, worker))
  return results
}
