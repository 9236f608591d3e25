import { Report } from '@opentipline/contract'
import * as Value from 'typebox/value'
import { type LeJsonHeader, printReport } from './print-report.ts'
import { sameJson } from './same.ts'
import type { Plain } from './tree.ts'

/**
 * Our one key beside the documented ones. It holds the whole report, where the documented shape cannot express it.
 * Other readers pass over it.
 */
export const extensionKey = 'openTipline'
export const extensionFormat = 'opentipline-le-json/1'

export type Extension = { format: typeof extensionFormat } & LeJsonHeader & { report: Report }

export type ExtensionUse =
  | { use: 'taken'; report: Report; header: LeJsonHeader }
  | { use: 'set aside'; because: string }

const ownText = (value: object, key: string): string | undefined => {
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
  return typeof found === 'string' ? found : undefined
}

/** The schema's pattern for free keys stops at a line break, so that statements are checked by hand. */
const statementsHold = ({ statements }: Report['parties'][number]): boolean =>
  Object.values(statements).every((value: unknown) =>
    (Array.isArray(value) ? value : [value]).every((one) => typeof one === 'string'),
  )

/** A report and nothing beside it: keys that the model does not know could otherwise pass unseen. */
const isReport = (value: unknown): value is Report => {
  if (!Value.Check(Report, value) || !value.parties.every(statementsHold)) return false
  const bare = { ...value, parties: value.parties.map((party) => ({ ...party, statements: {} })) }
  return sameJson(Value.Clean(Report, structuredClone(bare)), bare)
}

const setAside = (because: string): ExtensionUse => ({ use: 'set aside', because })

/**
 * Decides whether the extension speaks of the document it stands in: printed again, its report must give exactly the
 * documented part. Somebody may have changed either, and then the part that people read is what counts.
 */
export const judgeExtension = (extension: Plain, documented: Plain): ExtensionUse => {
  if (typeof extension !== 'object' || extension === null) return setAside('it is not an object')
  if (ownText(extension, 'format') !== extensionFormat)
    return setAside(`its format is not ${extensionFormat}`)
  const reportId = ownText(extension, 'reportId')
  const dateReceived = ownText(extension, 'dateReceived')
  const report: unknown = Object.getOwnPropertyDescriptor(extension, 'report')?.value
  if (reportId === undefined || dateReceived === undefined) return setAside('its header is not complete')
  if (Object.keys(extension).length !== 4) return setAside('it has keys that are not ours')
  if (!isReport(report)) return setAside('its report does not have the form of a report')
  const header = { reportId, dateReceived }
  if (!sameJson(printReport(report, header), documented))
    return setAside('it does not agree with the rest of the document')
  return { use: 'taken', report, header }
}
