import type { PartyRole, Report } from '@opentipline/contract'
import { XmlDocument } from 'libxml2-wasm'
import { toReport } from '../model/to-report.ts'
import { defaultSchemaVersion } from '../schema/versions.ts'
import { treeOf } from '../xml/tree.ts'
import { printReport } from './print-report.ts'

const rank: Record<PartyRole, number> = { reported: 0, recipient: 1, child: 2 }

const leavesOf = (value: unknown, pointer: string, into: Map<string, unknown>): Map<string, unknown> => {
  if (typeof value !== 'object' || value === null) return into.set(pointer, value)
  for (const [key, part] of Object.entries(value)) leavesOf(part, `${pointer}/${key}`, into)
  return into
}

/** Said by other means than the document: the account names the provider, and files have calls of their own. */
const elsewhere = ['/model', '/origin', '/files', '/reporter/espName']

const printed = (report: Report): Report => {
  const document = XmlDocument.fromString(printReport(report))
  try {
    const root = treeOf(document)
    return toReport({ rootName: 'report', root, schemaVersion: defaultSchemaVersion, text: '' })
  } finally {
    document.dispose()
  }
}

/**
 * What `printReport` leaves out of a report, as JSON pointers (parties counted in the order of the document:
 * reported, recipients, children). Empty means that the document says everything the report does.
 */
export const lostInPrinting = (report: Report): string[] => {
  const parties = report.parties.toSorted((a, b) => rank[a.role] - rank[b.role])
  const wanted = leavesOf({ ...report, parties }, '', new Map())
  const kept = leavesOf(printed(report), '', new Map())
  return [...wanted]
    .filter(
      ([pointer]) => !elsewhere.some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`)),
    )
    .filter(([pointer, value]) => value !== undefined && kept.get(pointer) !== value)
    .map(([pointer]) => pointer)
}
