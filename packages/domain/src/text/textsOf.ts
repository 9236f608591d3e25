import type { InternetDetail, Party, Report, ReportFile } from '@opentipline/contract'
import { accountsOf, type Role } from '../identifiers/occurrences.ts'

/** A passage of free text as it stands in a report. `path` is its JSON pointer. */
export type TextAt = { readonly path: string; readonly role: Role; readonly text: string }

/** Beyond this a passage is read no further: rules are linear, but an officer waits. The text itself is kept. */
const textLengthMax = 4_000_000

/** Statements of the law-enforcement JSON that are sentences, not single values. */
const spokenStatements = [
  'additionalContactInformation',
  'additionalDisabilityInformation',
  'physicalDescription',
]

const one = (text: string | undefined, role: Role, path: string): TextAt[] =>
  text === undefined || text.trim() === '' ? [] : [{ path, role, text: text.slice(0, textLengthMax) }]

const many = (texts: readonly string[], role: Role, path: string): TextAt[] =>
  texts.flatMap((text, i) => one(text, role, `${path}/${i}`))

const statements = (party: Party, path: string): TextAt[] =>
  spokenStatements.flatMap((key) => {
    const value = party.statements[key]
    const at = `${path}/statements/${key}`
    return typeof value === 'string' ? one(value, party.role, at) : many(value ?? [], party.role, at)
  })

const fileTexts = (file: ReportFile, path: string): TextAt[] => [
  ...many(file.additionalInfo, 'file', `${path}/additionalInfo`),
  ...file.metadata.flatMap((entry, i) => one(entry.value, 'file', `${path}/metadata/${i}/value`)),
]

const detailTexts = (detail: InternetDetail, path: string): TextAt[] => [
  ...one(detail.content, 'incident', `${path}/content`),
  ...many(detail.additionalInfo, 'incident', `${path}/additionalInfo`),
]

/** Every passage of free text of a report, with the role of whom or what it stands with. */
export const textsOf = (report: Report): TextAt[] => [
  ...many(report.additionalInfo, 'incident', '/additionalInfo'),
  ...one(report.incident.escalateToHighPriority, 'incident', '/incident/escalateToHighPriority'),
  ...one(report.incident.atDescription, 'incident', '/incident/atDescription'),
  ...accountsOf(report).flatMap(({ account, role, path }) => [
    ...one(account.profileBio, role, `${path}/profileBio`),
    ...many(account.additionalInfo, role, `${path}/additionalInfo`),
  ]),
  ...report.parties.flatMap((party, i) => statements(party, `/parties/${i}`)),
  ...report.internetDetails.flatMap((detail, i) => detailTexts(detail, `/internetDetails/${i}`)),
  ...report.files.flatMap((file, i) => fileTexts(file, `/files/${i}`)),
]
