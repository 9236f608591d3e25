/** What one file (or one other part of the run) came to. */
export type Result = {
  name: string
  passed: number
  failed: number
  skipped: number
  /** What failed, in full; empty if nothing did. */
  failures: string[]
  tookMs: number
}

/** A part that failed as a whole. */
export const failedResult = (name: string, failure: string, tookMs = 0): Result => ({
  name,
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [failure],
  tookMs,
})

/** The sum of all results, as the line that ends the run. */
export const closingLine = (results: readonly Result[]): string => {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A run is good if something passed and nothing failed. */
export const isGood = (results: readonly Result[]): boolean =>
  results.every((result) => result.failed === 0) && results.some((result) => result.passed > 0)

const indented = (text: string) => text.trimEnd().replace(/^/gm, '    ')

/** One line for a part, and what failed in it in full. */
export const resultLines = (result: Result): string => {
  const counts = [
    `${result.passed} passed`,
    ...(result.failed > 0 ? [`${result.failed} failed`] : []),
    ...(result.skipped > 0 ? [`${result.skipped} skipped`] : []),
  ].join(', ')
  const head = `${result.failed > 0 ? 'FAIL' : 'ok  '} ${result.name}: ${counts} (${(result.tookMs / 1000).toFixed(1)} s)`
  return [head, ...result.failures.map(indented)].join('\n')
}
