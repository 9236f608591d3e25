import { basename } from 'node:path'
import type { Report, ReportFile } from '@opentipline/contract'
import {
  checkReportRules,
  type FileDetails,
  importLeJson,
  parseDocument,
  problemText,
  toFileDetails,
  toReport,
} from '@opentipline/formats'
import { Refused } from '../exit.ts'
import { readInput } from '../read-input.ts'

/** The documents of one report, read: what it says, and what was noticed in reading it. */
export type ReadReport = { report: Report; notes: string[] }

type Named = { name: string; bytes: Uint8Array }
type Xml =
  | { name: string; kind: 'report'; report: Report; notes: string[] }
  | { name: string; kind: 'file'; details: FileDetails }

/** JSON begins with a brace, whatever white space or mark stands before it; XML never does. */
const looksLikeJson = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))

const readJson = ({ name, bytes }: Named): ReadReport => {
  const read = importLeJson(bytes)
  if (read.ok) return { report: read.report, notes: read.notes.map((note) => note.message) }
  const at = read.problems.map(({ path, line, column, message }) =>
    line === undefined ? `${path}: ${message}` : `${name}:${line}:${column ?? 1}: ${message}`,
  )
  throw new Refused(
    'refused',
    `${name} is not a law-enforcement JSON that can be read:\n  ${at.join('\n  ')}`,
  )
}

const readXml = ({ name, bytes }: Named): Xml => {
  const asReport = parseDocument(bytes, { expectedRoot: 'report' })
  if (asReport.ok) {
    const verdict = checkReportRules(asReport.document, { now: new Date() })
    // A broken rule would be refused at intake; here it is told, and what can be read is judged all the same.
    const notes = verdict.problems.map((problem) => `Intake would refuse this: ${problemText(problem)}`)
    return { name, kind: 'report', report: toReport(asReport.document), notes }
  }
  const asFile = parseDocument(bytes, { expectedRoot: 'fileDetails' })
  if (asFile.ok) return { name, kind: 'file', details: toFileDetails(asFile.document) }
  const isFile = asReport.problems.some(
    (problem) => problem.rule === 'root' && problem.element === 'fileDetails',
  )
  const problems = (isFile ? asFile : asReport).problems.map(problemText)
  throw new Refused(
    'refused',
    `${name} cannot be read:\n  ${problems.join('\n  ')}\nMore: tipline lint ${name}`,
  )
}

/** Details of files whose bytes are not here: what was received is unknown, not absent. */
const withFiles = (report: Report, files: ReportFile[]): Report => ({
  ...report,
  files: [...report.files, ...files],
})

const one = (named: readonly Named[], all: readonly Xml[]): ReadReport => {
  const reports = all.flatMap((xml) => (xml.kind === 'report' ? [xml] : []))
  const [first] = reports
  if (!first || reports.length > 1)
    throw new Refused(
      'refused',
      `Give one report with its file details: ${named.map(({ name }) => name).join(', ')} hold ${reports.length} reports.`,
    )
  const files = all.flatMap((xml) => (xml.kind === 'file' ? [xml.details.file] : []))
  return { report: withFiles(first.report, files), notes: first.notes }
}

/** Reads a reporting XML with any file details, or one law-enforcement JSON. @throws Refused saying where and why */
export const readReport = async (paths: readonly string[]): Promise<ReadReport> => {
  const named = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), bytes: await readInput(path) })),
  )
  const [first] = named
  if (first && looksLikeJson(first.bytes)) {
    if (named.length > 1)
      throw new Refused('usage', 'A law-enforcement JSON is one report by itself: give one file.')
    return readJson(first)
  }
  return one(named, named.map(readXml))
}
