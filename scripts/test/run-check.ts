import { join } from 'node:path'
import { runChild } from './child.ts'
import { fileTimeoutMs } from './limits.ts'
import { root } from './root.ts'
import { failedResult, type Result } from './tally.ts'

/** Runs `npm run check`; each of its checks counts as one test. */
export const runCheck = async (): Promise<Result> => {
  const ended = await runChild(process.execPath, [join(root, 'scripts/check.ts')], {
    timeoutMs: fileTimeoutMs,
  })
  return checkResult(ended.output, ended.code, ended.tookMs)
}

/** Counts the checks in what `npm run check` printed. */
export const checkResult = (output: string, code: number | null, tookMs: number): Result => {
  const passed = output.match(/^ok {4}/gm)?.length ?? 0
  const failed = output.match(/^FAULT /gm)?.length ?? 0
  if (passed + failed === 0 || (code !== 0 && failed === 0)) return failedResult('check', output, tookMs)
  return { name: 'check', passed, failed, skipped: 0, failures: failed > 0 ? [output] : [], tookMs }
}
