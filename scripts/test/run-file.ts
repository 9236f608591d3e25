import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Ended, runChild } from './child.ts'
import type { TestEvent } from './event-reporter.ts'
import { outputLinesMax } from './limits.ts'
import { root } from './root.ts'
import { failedResult, type Result } from './tally.ts'

const reporter = fileURLToPath(new URL('./event-reporter.ts', import.meta.url))

/** Runs one test file of node:test in a process of its own. */
export const runFile = async (
  file: string,
  label: string,
  options: { env: NodeJS.ProcessEnv; timeoutMs: number; scratch: string },
): Promise<Result> => {
  const eventsFile = join(options.scratch, `events-${randomUUID()}`)
  const args = [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${eventsFile}`,
    resolve(root, file),
  ]
  const ended = await runChild(process.execPath, args, options)
  const events = readEvents(eventsFile)
  rmSync(eventsFile, { force: true })
  return resultOf(label, events, ended, options.timeoutMs)
}

const readEvents = (file: string): TestEvent[] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  } catch {
    return []
  }
}

/**
 * What a file came to. Beside its failed tests, these are failures too: it ran no test, its time was up, or
 * its process failed though no test did.
 */
const resultOf = (name: string, events: TestEvent[], ended: Ended, timeoutMs: number): Result => {
  const count = (outcome: TestEvent['outcome']) => events.filter((event) => event.outcome === outcome).length
  const failures = events.filter((event) => event.outcome === 'failed').map(describe)
  const whole = wholeFailure(events, ended, timeoutMs)
  if (events.length === 0)
    return failedResult(name, `${whole ?? 'It ran no test.'}\n${tail(ended.output)}`, ended.tookMs)
  return {
    name,
    passed: count('passed'),
    failed: failures.length + (whole ? 1 : 0),
    skipped: count('skipped'),
    failures: [
      ...failures,
      ...(whole ? [whole] : []),
      ...(failures.length > 0 || whole ? [tail(ended.output)] : []),
    ],
    tookMs: ended.tookMs,
  }
}

const describe = (event: TestEvent): string =>
  `${event.name}${event.line ? ` (line ${event.line})` : ''}\n${event.error}`

const wholeFailure = (events: TestEvent[], ended: Ended, timeoutMs: number): string | null => {
  if (ended.timedOut)
    return `It did not end within ${timeoutMs / 1000} s (scripts/test/limits.ts) and was ended.`
  if (ended.code === 0 || events.some((event) => event.outcome === 'failed')) return null
  return `Its process failed (exit code ${ended.code}) though no test did.`
}

const tail = (output: string): string => {
  const lines = output.trimEnd().split('\n')
  return lines.length > outputLinesMax
    ? ['...', ...lines.slice(-outputLinesMax)].join('\n')
    : lines.join('\n')
}
