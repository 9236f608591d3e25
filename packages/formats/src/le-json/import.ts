import type { Report } from '@opentipline/contract'
import { decodeUtf8 } from './decode.ts'
import { extensionKey, judgeExtension } from './extension.ts'
import { repeatedParts } from './leftovers.ts'
import { type LeJsonProblem, parseTree } from './parse.ts'
import { readReport } from './read-report.ts'
import { type Tree, type TreeObject, toPlain } from './tree.ts'

/** Something a person should know about how the document was read. `count` tells of how many things it speaks. */
export type LeJsonNote = {
  kind:
    | 'byte order mark'
    | 'repeated keys'
    | 'unknown fields'
    | 'no report id'
    | 'persons without a statement'
    | 'extension taken'
    | 'extension set aside'
  message: string
  count?: number
}

export type LeJsonImport =
  | {
      ok: true
      report: Report
      notes: LeJsonNote[]
      /** What the document's own head says, whichever way the report was read. */
      header: { reportId?: string; dateReceived?: string }
    }
  | { ok: false; problems: LeJsonProblem[] }

const refuse = (path: string, message: string): LeJsonImport => ({ ok: false, problems: [{ path, message }] })

const counted = (kind: LeJsonNote['kind'], count: number, message: string): LeJsonNote[] =>
  count === 0 ? [] : [{ kind, message, count }]

const readingNotes = (read: ReturnType<typeof readReport>): LeJsonNote[] => [
  ...(read.report.origin.sourceReportId === undefined
    ? [{ kind: 'no report id' as const, message: 'The document carries no report number' }]
    : []),
  ...counted(
    'unknown fields',
    read.report.unknownFields.length,
    'Kept as received: this version has no place for them',
  ),
  ...counted(
    'repeated keys',
    read.repeatedKeys,
    'A key occurs more than once: the last counts, the others are kept',
  ),
  ...counted(
    'persons without a statement',
    read.unstatedPersons,
    'Entries of persons that state nothing make no party',
  ),
]

const importDocumented = (tree: TreeObject, information: TreeObject, notes: LeJsonNote[]): LeJsonImport => {
  const read = readReport(tree, information)
  const { sourceReportId: reportId, dateReceived } = read.report.origin
  const header = {
    ...(reportId === undefined ? {} : { reportId }),
    ...(dateReceived === undefined ? {} : { dateReceived }),
  }
  return { ok: true, report: read.report, notes: [...notes, ...readingNotes(read)], header }
}

/** The document without our extension; undefined where it repeats keys, so that it could be read in two ways. */
const documentedPart = (tree: TreeObject): ReturnType<typeof toPlain> | undefined => {
  if (repeatedParts(tree).length > 0) return undefined
  const members = new Map(tree.members)
  members.delete(extensionKey)
  return toPlain({ ...tree, members })
}

const importObject = (tree: TreeObject, information: TreeObject, notes: LeJsonNote[]): LeJsonImport => {
  const extension = tree.members.get(extensionKey)
  if (extension === undefined) return importDocumented(tree, information, notes)
  const documented = documentedPart(tree)
  const judged =
    documented === undefined
      ? ({ use: 'set aside', because: 'the document repeats keys' } as const)
      : judgeExtension(toPlain(extension), documented)
  if (judged.use === 'set aside') {
    const message = `The ${extensionKey} part is kept as an unknown field and not used: ${judged.because}`
    return importDocumented(tree, information, [...notes, { kind: 'extension set aside', message }])
  }
  const message = `Read from the ${extensionKey} part, which agrees with the rest of the document`
  const { report, header } = judged
  return { ok: true, report, notes: [...notes, { kind: 'extension taken', message }], header }
}

const importTree = (tree: Tree, notes: LeJsonNote[]): LeJsonImport => {
  if (tree.type !== 'object') return refuse('', 'a report is a JSON object')
  const information = tree.members.get('reportedInformation')
  if (information === undefined)
    return refuse('', 'there is no "reportedInformation": this is not such a report')
  if (information.type !== 'object') return refuse('/reportedInformation', 'this is not an object')
  return importObject(tree, information, notes)
}

/**
 * Reads one law-enforcement JSON document into the report model.
 *
 * A total function: any bytes give a report or problems with their place. What the shape says in any documented way
 * is read (byte order mark; missing, null and "N/A"; lists in three shapes; numbers as numbers or strings), times stay
 * the strings received, and every value without a home in the model is in `unknownFields` with its JSON pointer.
 * Text that providers put into notes is kept and not interpreted.
 */
export const importLeJson = (bytes: Uint8Array): LeJsonImport => {
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] }
  const parsed = parseTree(decoded.text, extensionKey)
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] }
  const mark: LeJsonNote = { kind: 'byte order mark', message: 'The document starts with a byte order mark' }
  return importTree(parsed.tree, decoded.byteOrderMark ? [mark] : [])
}
