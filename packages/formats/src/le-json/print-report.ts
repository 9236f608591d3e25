import type { InternetDetail, Party, Report } from '@opentipline/contract'
import { printFile } from './print-file.ts'
import {
  ipCapture,
  notStated,
  orNull,
  sourceInformation,
  urlCapture,
  values,
  valuesNeverEmpty,
} from './print-parts.ts'
import { printPerson } from './print-person.ts'
import type { Plain } from './tree.ts'
import { utcSeconds } from './utc-seconds.ts'

/** What the receiving side is told of the report: the clearinghouse's number for it, and when it came (ISO 8601). */
export type LeJsonHeader = { reportId: string; dateReceived: string }

const emptyPerson: Party = {
  role: 'reported',
  associatedAccounts: [],
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  statements: {},
}

/** A known reader takes the first reported person unseen: where nobody is reported, one stands there unstated. */
const reportedPersons = (report: Report): Plain[] => {
  const reported = report.parties.filter(({ role }) => role === 'reported')
  return (reported.length === 0 ? [emptyPerson] : reported).map(printPerson)
}

const emailIncident = (detail: InternetDetail): Plain => ({
  contents: valuesNeverEmpty([
    ...(detail.content === undefined ? [] : [detail.content]),
    ...detail.additionalInfo,
  ]),
})

const webpageIncident = (detail: InternetDetail): Plain => ({
  sourceInformation: sourceInformation([
    ...(detail.urls ?? []).map((url) => urlCapture('URL', url)),
    ...(detail.ipCaptures ?? []).map((capture) => ipCapture(capture)),
  ]),
  additionalInformations: valuesNeverEmpty(detail.additionalInfo),
})

const detailsOf = (report: Report, kind: InternetDetail['kind']): InternetDetail[] =>
  report.internetDetails.filter((detail) => detail.kind === kind)

const information = (report: Report): Plain => ({
  reportingEsp: {
    // The name decides how readers go on, and one of them stops without it.
    espName: report.reporter.espName ?? notStated,
    lastName: orNull(report.reporter.person?.lastName),
  },
  incidentSummary: {
    incidentType: orNull(report.incident.type),
    incidentDateTime: utcSeconds(report.incident.at),
    incidentDateTimeDescription: orNull(report.incident.atDescription),
  },
  additionalInformations: values(report.additionalInfo),
  reportedPeople: { reportedPersons: reportedPersons(report) },
  intendedRecipients: {
    intendedRecipients: report.parties.filter(({ role }) => role === 'recipient').map(printPerson),
  },
  uploadedFiles: { uploadedFiles: report.files.map(printFile) },
  incidentDetails: {
    emailIncident: detailsOf(report, 'email').map(emailIncident),
    webpageIncident: detailsOf(report, 'webPage').map(webpageIncident),
  },
})

/**
 * The report in the documented shape, without our extension. Children have no documented place: they are in the
 * extension only, never among the persons reported.
 *
 * An incident time that was not stated stays null, although one reader stops there: any other time would be false.
 */
export const printReport = (report: Report, header: LeJsonHeader): { [key: string]: Plain } => ({
  reportId: header.reportId,
  dateReceived: utcSeconds(header.dateReceived),
  reportedInformation: information(report),
})
