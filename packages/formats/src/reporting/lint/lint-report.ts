import { toFileDetails } from '../model/to-file-details.ts'
import { toReport } from '../model/to-report.ts'
import { type Parsed, parseDocument, type WireDocument } from '../parse.ts'
import type { Problem, RefusalCode } from '../problems.ts'
import { checkFileDetailsRules } from '../rules/check-file-details.ts'
import { checkReportRules, isBatched } from '../rules/check-report.ts'
import type { Verdict } from '../rules/verdict.ts'
import type { SchemaVersion } from '../schema/versions.ts'
import { adviseOnFile } from './advise-file.ts'
import { adviseOnReport } from './advise-report.ts'
import type { Advice, AdviceText } from './advice.ts'

/** One document to look at, under the name its findings are told by (a file name, say). */
export type LintInput = { name: string; bytes: Uint8Array }
export type LintProblem = Problem & { document: string }
export type LintError = LintProblem & { code: RefusalCode }
export type LintResult = {
  /** Would be refused. */
  errors: LintError[]
  /** Breaks a documented rule that is not enforced. */
  warnings: LintProblem[]
  /** Would be taken, and states less than an agency needs. */
  advice: Advice[]
}
export type LintOptions = { now: Date; schemaVersion?: SchemaVersion }

type Read = { name: string; parsed: Parsed }

/** A report, or file details where the root says so: the caller need not know which file is which. */
const readEither = (input: LintInput, options: LintOptions): Read => {
  const { schemaVersion } = options
  const asReport = parseDocument(input.bytes, { expectedRoot: 'report', schemaVersion })
  const [problem] = asReport.ok ? [] : asReport.problems
  if (problem?.rule !== 'root' || problem.element !== 'fileDetails')
    return { name: input.name, parsed: asReport }
  return {
    name: input.name,
    parsed: parseDocument(input.bytes, { expectedRoot: 'fileDetails', schemaVersion }),
  }
}

const judge = (
  document: WireDocument,
  batched: boolean,
  now: Date,
): { verdict: Verdict; advice: AdviceText[] } =>
  document.rootName === 'report'
    ? { verdict: checkReportRules(document, { now }), advice: adviseOnReport(toReport(document)) }
    : {
        verdict: checkFileDetailsRules(document, { now, batched }),
        advice: adviseOnFile(toFileDetails(document).file, batched),
      }

const lintOne = (read: Read, batched: boolean, now: Date): LintResult => {
  const { name, parsed } = read
  const named = <T extends object>(list: T[]): (T & { document: string })[] =>
    list.map((entry) => ({ ...entry, document: name }))
  const coded = (list: Problem[], code: RefusalCode): LintError[] =>
    named(list).map((problem) => ({ ...problem, code }))
  if (!parsed.ok) return { errors: coded(parsed.problems, parsed.code), warnings: [], advice: [] }
  const { verdict, advice } = judge(parsed.document, batched, now)
  return { errors: coded(verdict.problems, 4100), warnings: named(verdict.warnings), advice: named(advice) }
}

/**
 * Looks at the documents of one report before anything is sent: what would be refused and where, and what an
 * agency would miss. Give the `<report>` and any `<fileDetails>` in any order; if the report is a batched one,
 * the file details are judged as such. Ids of reports and files are not looked up.
 */
export const lintReport = (inputs: readonly LintInput[], options: LintOptions): LintResult => {
  const reads = inputs.map((input) => readEither(input, options))
  const batched = reads.some((read) => read.parsed.ok && isBatched(read.parsed.document))
  const results = reads.map((read) => lintOne(read, batched, options.now))
  return {
    errors: results.flatMap((result) => result.errors),
    warnings: results.flatMap((result) => result.warnings),
    advice: results.flatMap((result) => result.advice),
  }
}
