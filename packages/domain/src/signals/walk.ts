import type { IpCapture, Party, PartyRole, Report, ReportFile } from '@opentipline/contract'

export type Placed<T> = { item: T; ref: string }

export function partiesOf(report: Report, role: PartyRole): Placed<Party>[] {
  const found: Placed<Party>[] = []
  for (const [index, item] of report.parties.entries())
    if (item.role === role) found.push({ item, ref: `/parties/${index}` })
  return found
}

export const filesOf = (report: Report): Placed<ReportFile>[] =>
  report.files.map((item, index) => ({ item, ref: `/files/${index}` }))

/** Loops, here and above, since a score of signals walk every report. */
function addCaptures(found: Placed<IpCapture>[], list: readonly IpCapture[] | undefined, ref: string): void {
  if (list === undefined) return
  for (const [index, item] of list.entries()) found.push({ item, ref: `${ref}/ipCaptures/${index}` })
}

/**
 * Network addresses that may show where and when the reported person acted: those of reported persons,
 * of files and of the incident. Addresses of recipients and children are left out (invariant 15).
 */
export function subjectCaptures(report: Report): Placed<IpCapture>[] {
  const found: Placed<IpCapture>[] = []
  for (const [index, { role, ipCaptures }] of report.parties.entries())
    if (role === 'reported') addCaptures(found, ipCaptures, `/parties/${index}`)
  for (const [index, { ipCaptures }] of report.files.entries())
    addCaptures(found, ipCaptures, `/files/${index}`)
  for (const [index, { ipCaptures }] of report.internetDetails.entries())
    addCaptures(found, ipCaptures, `/internetDetails/${index}`)
  return found
}

const list = (texts: readonly string[], ref: string): Placed<string>[] =>
  texts.map((item, index) => ({ item, ref: `${ref}/${index}` }))

const one = (item: string | undefined, ref: string): Placed<string>[] =>
  item === undefined ? [] : [{ item, ref }]

/** Every free text of the report in which a provider tells what happened. */
export function narratives(report: Report): Placed<string>[] {
  return [
    ...one(report.incident.escalateToHighPriority, '/incident/escalateToHighPriority'),
    ...list(report.additionalInfo, '/additionalInfo'),
    ...report.parties.flatMap((party, index) =>
      list(party.additionalInfo, `/parties/${index}/additionalInfo`),
    ),
    ...report.files.flatMap((file, index) => list(file.additionalInfo, `/files/${index}/additionalInfo`)),
    ...report.internetDetails.flatMap((detail, index) => [
      ...one(detail.content, `/internetDetails/${index}/content`),
      ...list(detail.additionalInfo, `/internetDetails/${index}/additionalInfo`),
    ]),
  ]
}

/** True where the text is there and says something. */
export const said = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''
