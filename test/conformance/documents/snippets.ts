import { parts, reportOf, reported } from './broken.ts'

/** Reports around one small piece of XML, so that a case shows only what it is about. */
export const longer = (characters: number): string => 'x'.repeat(characters + 1)
export const future = '2199-01-01T00:00:00Z'
export const noOffset = '2024-01-01T06:30:15'

export const inSummary = (between: string, time = parts.time, after = ''): string =>
  reportOf({ summary: `<incidentSummary>${parts.type}${between}${time}${after}</incidentSummary>` })
export const inDetails = (incident: string): string =>
  reportOf({ details: `<internetDetails>${incident}</internetDetails>` })
export const person = (inside: string): string =>
  reported(`<personOrUserReportedPerson>${inside}</personOrUserReportedPerson>`)
export const account = (inside: string): string =>
  reported(`<associatedAccount type="Other">${inside}</associatedAccount>`)
export const recipient = (inside: string): string =>
  reportOf({ rest: `<intendedRecipient>${inside}</intendedRecipient>` })
export const victim = (inside: string): string =>
  reportOf({ rest: `<victim><victimPerson/>${inside}</victim>` })
export const capture = (inside: string, ip = '192.0.2.1'): string =>
  reported(`<ipCaptureEvent><ipAddress>${ip}</ipAddress>${inside}</ipCaptureEvent>`)
export const device = (type: string, value: string, rest = ''): string =>
  reported(`<deviceId><idType>${type}</idType><idValue>${value}</idValue>${rest}</deviceId>`)
export const location = (inside: string, attributes = ''): string =>
  reported(`<estimatedLocation${attributes}>${inside}</estimatedLocation>`)
export const paused = (attributes: string): string =>
  reported(`<accountTemporarilyDisabled ${attributes}>true</accountTemporarilyDisabled>`)
export const closed = (attributes: string): string =>
  reported(`<accountPermanentlyDisabled ${attributes}>true</accountPermanentlyDisabled>`)

const batch = '<batchedReport reason="VIRAL_POTENTIAL_MEME"/>'
export const inBatch = (insert: Parameters<typeof reportOf>[0]): string =>
  reportOf({ first: batch, ...insert })

/** One case: its name, the rule it breaks, the document. */
export type Case = [name: string, rule: string, document: string]
