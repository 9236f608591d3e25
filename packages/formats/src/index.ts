export { exportLeJson } from './le-json/export.ts'
export { importLeJson, type LeJsonImport, type LeJsonNote } from './le-json/import.ts'
export { leJsonLimits } from './le-json/limits.ts'
export type { LeJsonProblem } from './le-json/parse.ts'
export type { LeJsonHeader } from './le-json/print-report.ts'

// The reporting XML: documents in, answers out.
export {
  type ResponseCode,
  type ResponseCodeEntry,
  knownResponseCode,
  responseCodes,
} from './reporting/answers/codes.ts'
export {
  printReportDoneResponse,
  printReportResponse,
  type ReportDoneResponse,
  type ReportResponse,
} from './reporting/answers/print.ts'
export { type AnswerRead, readReportDoneResponse, readReportResponse } from './reporting/answers/read.ts'
export * as reportingChoices from './reporting/choices.ts'
export { documentLimits, workerThreadFromBytes } from './reporting/limits.ts'
export type { Advice } from './reporting/lint/advice.ts'
export {
  type LintError,
  type LintInput,
  type LintOptions,
  type LintProblem,
  type LintResult,
  lintReport,
} from './reporting/lint/lint-report.ts'
export {
  type DescribedFile,
  type FileDetails,
  toFileDetails,
  viewStateOf,
} from './reporting/model/to-file-details.ts'
export { toReport } from './reporting/model/to-report.ts'
export { type Parsed, type ParseOptions, parseDocument, type WireDocument } from './reporting/parse.ts'
export { lostInPrinting } from './reporting/print/lost-in-printing.ts'
export { printFileDetails } from './reporting/print/print-file-details.ts'
export { printReport } from './reporting/print/print-report.ts'
export { type Problem, problemText, type RefusalCode, type Refused } from './reporting/problems.ts'
export {
  type ReadDocument,
  type ReadOptions,
  type ReadValue,
  readDocument,
} from './reporting/read-document.ts'
export { checkFileDetailsRules, type FileRuleOptions } from './reporting/rules/check-file-details.ts'
export { checkReportRules, isBatched, priorReportIds } from './reporting/rules/check-report.ts'
export type { RuleOptions, Verdict } from './reporting/rules/verdict.ts'
export { schemaText } from './reporting/schema/compose.ts'
export {
  type AttributeDeclaration,
  type ChildDeclaration,
  type ComplexType,
  childrenOf,
  isChoice,
  type Particle,
  type ValueRule,
} from './reporting/schema/declare.ts'
export { complexType, type DocumentRoot, documentRoots } from './reporting/schema/elements.ts'
export { type ContractPath, contractPaths, listedValues } from './reporting/schema/paths.ts'
export { isSimpleName, type SimpleName } from './reporting/schema/simple.ts'
export {
  defaultSchemaVersion,
  existsIn,
  type SchemaVersion,
  schemaVersions,
} from './reporting/schema/versions.ts'
export { UnprintableError } from './reporting/xml/write.ts'

// Tables for people's spreadsheets.
export { printCsv } from './spreadsheet/csv.ts'
export { guardFormula, mayBeFormula } from './spreadsheet/guard.ts'
export { type Sheet, type SheetCell, sheetLimits } from './spreadsheet/sheet.ts'
export { printXlsx } from './spreadsheet/xlsx.ts'
export { type Calendar, type CalendarEntry, printCalendar } from './icalendar/print.ts'
