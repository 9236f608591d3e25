import type { LawEnforcementContact, Party, Report, Reporter, UnknownField } from '@opentipline/contract'
import type { WireDocument } from '../parse.ts'
import { childNamed, childrenNamed, pathOf, type WireNode } from '../xml/tree.ts'
import { readAccountFields, readAssociatedAccount } from './read-account.ts'
import { readInternetDetail } from './read-incident.ts'
import { attributeOf, booleanOf, stated, textOf, textsOf, trimmedOf } from './read.ts'
import { readLocation, readPerson } from './read-person.ts'

const partyElements = [
  ['personOrUserReported', 'reported', 'personOrUserReportedPerson'],
  ['intendedRecipient', 'recipient', 'intendedRecipientPerson'],
  ['victim', 'child', 'victimPerson'],
] as const

const readParty = (node: WireNode, role: Party['role'], personElement: string): Party => {
  const person = childNamed(node, personElement)
  const location = childNamed(node, 'estimatedLocation')
  return stated({
    role,
    person: person && readPerson(person),
    vehicleDescription: textOf(node, 'vehicleDescription'),
    thirdPartyUserReported: booleanOf(node, 'thirdPartyUserReported'),
    schoolName: textOf(node, 'schoolName'),
    estimatedLocation: location && readLocation(location),
    associatedAccounts: childrenNamed(node, 'associatedAccount').map(readAssociatedAccount),
    ...readAccountFields(node),
    statements: {},
  })
}

const readLawEnforcement = (node: WireNode): LawEnforcementContact => {
  const officer = childNamed(node, 'officerContact')
  return stated({
    agencyName: textOf(node, 'agencyName') ?? '',
    caseNumber: textOf(node, 'caseNumber'),
    officer: officer && readPerson(officer),
    reportedToLe: trimmedOf(node, 'reportedToLe'),
    servedLegalProcessDomestic: booleanOf(node, 'servedLegalProcessDomestic'),
    servedLegalProcessInternational: booleanOf(node, 'servedLegalProcessInternational'),
    legalProcessCountry: attributeOf(childNamed(node, 'servedLegalProcessInternational'), 'fleaCountry'),
  })
}

const readReporter = (node: WireNode | undefined): Reporter => {
  const person = childNamed(node, 'reportingPerson')
  const contact = childNamed(node, 'contactPerson')
  return stated({
    person: person && readPerson(person),
    contact: contact && readPerson(contact),
    companyTemplate: textOf(node, 'companyTemplate'),
    termsOfService: textOf(node, 'termsOfService'),
    legalUrl: textOf(node, 'legalURL'),
  })
}

const readIncident = (node: WireNode | undefined): Report['incident'] =>
  stated({
    type: textOf(node, 'incidentType'),
    platform: textOf(node, 'platform'),
    escalateToHighPriority: textOf(node, 'escalateToHighPriority'),
    annotations: (childNamed(node, 'reportAnnotations')?.children ?? []).map((child) => child.name),
    at: trimmedOf(node, 'incidentDateTime'),
    atDescription: textOf(node, 'incidentDateTimeDescription'),
  })

/** Coordinates that are no numbers on earth or paper (`INF`, `NaN`): lawful in the schema, kept as text. */
const unplaced = (root: WireNode): UnknownField[] =>
  childrenNamed(root, 'internetDetails')
    .flatMap((details) => childrenNamed(details, 'cellPhoneIncident'))
    .flatMap((node) => [...childrenNamed(node, 'latitude'), ...childrenNamed(node, 'longitude')])
    .filter((node) => !Number.isFinite(Number(node.text.trim())))
    .map((node) => ({ path: pathOf(node), value: node.text }))

/**
 * The report model of a valid `<report>`. Nothing of the document is left out; values stay as they were
 * received, blank ones too. Files are empty: they come by their own calls.
 */
export const toReport = (document: WireDocument): Report => {
  const { root } = document
  const lawEnforcement = childNamed(root, 'lawEnforcement')
  return stated({
    model: 'opentipline-report/1' as const,
    origin: { kind: 'reporting-xml' as const, schemaVersion: document.schemaVersion },
    batchedReason: attributeOf(childNamed(root, 'batchedReport'), 'reason'),
    incident: readIncident(childNamed(root, 'incidentSummary')),
    internetDetails: childrenNamed(root, 'internetDetails').map(readInternetDetail),
    lawEnforcement: lawEnforcement && readLawEnforcement(lawEnforcement),
    reporter: readReporter(childNamed(root, 'reporter')),
    parties: partyElements.flatMap(([element, role, person]) =>
      childrenNamed(root, element).map((node) => readParty(node, role, person)),
    ),
    files: [],
    additionalInfo: textsOf(root, 'additionalInfo'),
    unknownFields: unplaced(root),
  })
}
