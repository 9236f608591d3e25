import type { Report } from '@opentipline/contract'
import { type FileDetails, toFileDetails } from './model/to-file-details.ts'
import { toReport } from './model/to-report.ts'
import { type ParseOptions, parseDocument } from './parse.ts'
import { type Problem, type Refused, refused } from './problems.ts'
import { checkFileDetailsRules } from './rules/check-file-details.ts'
import { checkReportRules } from './rules/check-report.ts'
import type { RuleOptions } from './rules/verdict.ts'

export type ReadOptions = ParseOptions &
  RuleOptions & {
    /** For file details: whether their report is a batched one. Unknown counts as no. */
    batched?: boolean
  }
export type ReadValue = { root: 'report'; report: Report } | ({ root: 'fileDetails' } & FileDetails)
export type ReadDocument = { ok: true; value: ReadValue; warnings: Problem[] } | Refused

/**
 * The whole reading in one call, for those who need not stop between the steps: bytes, form (4110), root and
 * schema (4100), documented rules (4100), then the model.
 */
export const readDocument = (bytes: Uint8Array, options: ReadOptions): ReadDocument => {
  const parsed = parseDocument(bytes, options)
  if (!parsed.ok) return parsed
  const { document } = parsed
  const isReport = document.rootName === 'report'
  const verdict = isReport
    ? checkReportRules(document, options)
    : checkFileDetailsRules(document, { ...options, batched: options.batched === true })
  if (verdict.problems.length > 0) return refused(4100, verdict.problems)
  const value: ReadValue = isReport
    ? { root: 'report', report: toReport(document) }
    : { root: 'fileDetails', ...toFileDetails(document) }
  return { ok: true, value, warnings: verdict.warnings }
}
