/** The body of `npm test`: checks, builds, starts the databases, runs every suite, and tells what came of it. */
import { join } from 'node:path'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../packages/server/src/platform/postgres/start-embedded.ts'
import { ensureDesk } from '../build-desk.mjs'
import { optionsOf } from '../options.ts'
import { endAll } from './child.ts'
import { ensurePrerequisites } from './prerequisites.ts'
import { runCheck } from './run-check.ts'
import { runDesk } from './run-desk.ts'
import { runJobs, type Surroundings } from './run-jobs.ts'
import { makeScratch, removeScratch } from './scratch.ts'
import { emptyFolders, jobsOf, strayFiles, testFiles } from './suites.ts'
import { closingLine, failedResult, isGood, type Result, resultLines } from './tally.ts'

const usage = `npm test -- [--only PART] [--no-faults]

  --only PART    what has this in its path alone, such as test/security or packages/desk
  --no-faults    without those that kill processes and break connections`

const options = optionsOf(usage, {
  only: { type: 'string' },
  'no-faults': { type: 'boolean', default: false },
})
const say = (line: string): void => console.log(line)
const wantedPart = (name: string): boolean => options.only === undefined || name.includes(options.only)

const tell = (result: Result): Result => {
  say(resultLines(result))
  return result
}

/** What does not need a database: the check, the desk's build and its own tests. */
const runStatic = async (scratch: string): Promise<Result[]> => {
  const results: Result[] = []
  if (wantedPart('check')) results.push(tell(await runCheck()))
  if (testFiles().some((file) => file.startsWith('test/journeys/') && wantedPart(file))) {
    const fault = ensureDesk(say)
    if (fault) results.push(tell(failedResult('build the desk', fault)))
  }
  if (wantedPart('packages/desk')) results.push(tell(await runDesk(scratch)))
  return results
}

const startDatabases = async (
  scratch: string,
  postgresBin: string,
): Promise<{ embedded: EmbeddedPostgres; system: EmbeddedPostgres }> => {
  const embedded = await startEmbeddedPostgres({ dataDir: join(scratch, 'pg-embedded') })
  const system = await startEmbeddedPostgres({ dataDir: join(scratch, 'pg-system'), binDir: postgresBin })
  say(`PostgreSQL ${embedded.info().version} (embedded) and ${system.info().version} (system) are running.`)
  return { embedded, system }
}

/** A test that never runs is worse than none. */
const strays = (): Result[] =>
  strayFiles(testFiles())
    .filter(wantedPart)
    .map((file) =>
      tell(
        failedResult(
          file,
          'It lies in no folder that is run. Move it, or add its folder in scripts/test/suites.ts.',
        ),
      ),
    )

/** A folder that is believed to be tested and is not. With `--only`, most are left out. */
const empty = (): Result[] =>
  options.only === undefined
    ? emptyFolders(testFiles()).map((folder) =>
        tell(failedResult(folder, 'There is no test here, and there should be.')),
      )
    : []

const runSuites = async (around: Omit<Surroundings, 'urls'>): Promise<Result[]> => {
  const jobs = jobsOf(testFiles().filter(wantedPart), { faults: !options['no-faults'] })
  if (jobs.length === 0) return []
  const servers = await startDatabases(around.scratch, around.postgresBin)
  const urls = { embedded: servers.embedded.adminUrl, system: servers.system.adminUrl }
  const results = await runJobs(jobs, { ...around, urls })
  await Promise.all([servers.embedded.stop(), servers.system.stop()])
  return results
}

const runAll = async (scratch: string): Promise<Result[]> => {
  const found = ensurePrerequisites(say)
  if ('missing' in found) return [tell(failedResult('what the tests need', found.missing))]
  return [
    ...strays(),
    ...empty(),
    ...(await runStatic(scratch)),
    ...(await runSuites({ scratch, say, ...found })),
  ]
}

const scratch = makeScratch()
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => {
    say('Stopped before the end.')
    endAll()
    void removeScratch(scratch).finally(() => process.exit(code))
  })

let results: Result[] = []
try {
  results = await runAll(scratch)
} catch (error) {
  results.push(
    tell(
      failedResult(
        'the test command',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      ),
    ),
  )
} finally {
  endAll()
  await removeScratch(scratch)
}
if (results.length === 0)
  results.push(tell(failedResult('the test command', `No test matches "${options.only}".`)))
say('')
for (const result of results.filter((each) => each.failed > 0)) say(`Failed: ${result.name}`)
say(closingLine(results))
process.exitCode = isGood(results) ? 0 : 1
