import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.ts'
import { deskTimeoutMs } from './limits.ts'
import { root } from './root.ts'
import { failedResult, type Result } from './tally.ts'

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/** Runs the desk's tests under vitest. */
export const runDesk = async (scratch: string): Promise<Result> => {
  const name = 'packages/desk (vitest)'
  const reportFile = join(scratch, 'vitest.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const ended = await runChild(process.execPath, args, {
    cwd: join(root, 'packages/desk'),
    timeoutMs: deskTimeoutMs,
    env: { NO_COLOR: '1' },
  })
  if (!existsSync(reportFile))
    return failedResult(name, ended.output || 'vitest wrote no report.', ended.tookMs)
  return deskResult(
    name,
    JSON.parse(readFileSync(reportFile, 'utf8')),
    ended.code,
    ended.output,
    ended.tookMs,
  )
}

/** What vitest's report came to; a run without tests, or one that failed beside its tests, has failed. */
export const deskResult = (
  name: string,
  report: VitestReport,
  code: number | null,
  output: string,
  tookMs: number,
): Result => {
  const ran = report.numPassedTests + report.numFailedTests
  const beside = report.numFailedTests === 0 && (code !== 0 || ran === 0) ? 1 : 0
  const failed = report.numFailedTests + beside
  return {
    name,
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failed > 0 ? [output] : [],
    tookMs,
  }
}
