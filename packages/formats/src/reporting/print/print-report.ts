import type { LawEnforcementContact, PartyRole, Report, Reporter } from '@opentipline/contract'
import { branch, leaf, leaves, xmlDeclaration } from '../xml/write.ts'
import { printParty } from './print-account.ts'
import { printInternetDetail } from './print-incident.ts'
import { noPerson, printContact, printPerson } from './print-person.ts'

const printIncident = (incident: Report['incident']): string =>
  branch('incidentSummary', [
    leaf('incidentType', incident.type),
    leaf('platform', incident.platform),
    leaf('escalateToHighPriority', incident.escalateToHighPriority),
    incident.annotations.length > 0
      ? branch(
          'reportAnnotations',
          incident.annotations.map((name) => leaf(name, true)),
        )
      : '',
    leaf('incidentDateTime', incident.at),
    leaf('incidentDateTimeDescription', incident.atDescription),
  ])

const printLawEnforcement = (contact: LawEnforcementContact): string =>
  branch('lawEnforcement', [
    leaf('agencyName', contact.agencyName),
    leaf('caseNumber', contact.caseNumber),
    contact.officer ? printContact('officerContact', contact.officer) : '',
    leaf('reportedToLe', contact.reportedToLe),
    leaf('servedLegalProcessDomestic', contact.servedLegalProcessDomestic),
    leaf('servedLegalProcessInternational', contact.servedLegalProcessInternational, {
      fleaCountry: contact.legalProcessCountry,
    }),
  ])

const printReporter = (reporter: Reporter): string =>
  branch('reporter', [
    printPerson('reportingPerson', reporter.person ?? noPerson),
    reporter.contact ? printContact('contactPerson', reporter.contact) : '',
    leaf('companyTemplate', reporter.companyTemplate),
    leaf('termsOfService', reporter.termsOfService),
    leaf('legalURL', reporter.legalUrl),
  ])

/**
 * The `<report>` document of a report, in the order of the schema. What the model holds and the document has no
 * place for (files, an imported document's own statements) is not printed; `lostInPrinting` tells what that is.
 * Throws `UnprintableError` for a character that XML cannot carry. Whether the result is valid is for
 * `parseDocument` to say: printing does not judge.
 */
export const printReport = (report: Report): string => {
  const inRole = (role: PartyRole): string[] =>
    report.parties.filter((party) => party.role === role).map(printParty)
  return (
    xmlDeclaration +
    branch('report', [
      report.batchedReason === undefined ? '' : branch('batchedReport', [], { reason: report.batchedReason }),
      printIncident(report.incident),
      ...report.internetDetails.map(printInternetDetail),
      report.lawEnforcement ? printLawEnforcement(report.lawEnforcement) : '',
      printReporter(report.reporter),
      ...inRole('reported'),
      ...inRole('recipient'),
      ...inRole('child'),
      leaves('additionalInfo', report.additionalInfo),
    ])
  )
}
