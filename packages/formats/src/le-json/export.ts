import type { Report } from '@opentipline/contract'
import { type Extension, extensionFormat, extensionKey } from './extension.ts'
import { importLeJson } from './import.ts'
import { type LeJsonHeader, printReport } from './print-report.ts'
import { sameJson } from './same.ts'
import type { Plain } from './tree.ts'

const saysItAll = (documented: { [key: string]: Plain }, report: Report): boolean => {
  const read = importLeJson(new TextEncoder().encode(JSON.stringify(documented)))
  return read.ok && sameJson(read.report, report)
}

/**
 * Writes a report as law-enforcement JSON: UTF-8 without a byte order mark, lists wrapped as documented, every key
 * present, times in UTC whole seconds, so that the readers agencies have can take it.
 *
 * `importLeJson` of the result gives the report back exactly. Where the documented shape alone does not, the report
 * is added whole under the one key `openTipline`.
 * @param header the report's number for the receiver, and when it was received (ISO 8601 with an offset).
 */
export const exportLeJson = (report: Report, header: LeJsonHeader): string => {
  const documented = printReport(report, header)
  if (saysItAll(documented, report)) return JSON.stringify(documented, null, 2)
  const { reportId, dateReceived } = header
  const extension: Extension = { format: extensionFormat, reportId, dateReceived, report }
  return JSON.stringify({ ...documented, [extensionKey]: extension }, null, 2)
}
