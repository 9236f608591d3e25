import { associatedAccountEmailsCount, reporterEmailRequired } from '../choices.ts'
import type { WireDocument } from '../parse.ts'
import { childNamed, childrenNamed, type WireNode } from '../xml/tree.ts'
import { isBlank } from './values.ts'
import { type Judging, type RuleOptions, type Verdict, verdictOf } from './verdict.ts'
import { walkRules } from './walk.ts'

const reporterEmail = (judging: Judging, root: WireNode): void => {
  const person = childNamed(childNamed(root, 'reporter'), 'reportingPerson')
  if (!person || childrenNamed(person, 'email').some((email) => !isBlank(email.text))) return
  const says = 'The reporting person needs at least one e-mail address'
  judging.weakened(reporterEmailRequired, person, 'reporter-email-required', says)
}

const emailKey = (node: WireNode): string => node.text.trim().toLowerCase()

const emailsOfParty = (party: WireNode, personElement: string): WireNode[] => [
  ...childrenNamed(childNamed(party, personElement), 'email'),
  ...(associatedAccountEmailsCount
    ? childrenNamed(party, 'associatedAccount').flatMap((account) => childrenNamed(account, 'email'))
    : []),
]

const partyElements = ['personOrUserReported', 'intendedRecipient', 'victim']

const incidentEmails = (judging: Judging, root: WireNode): void => {
  const used = childrenNamed(root, 'internetDetails')
    .flatMap((details) => details.children)
    .filter((incident) => incident.name === 'emailIncident' || incident.name === 'newsgroupIncident')
    .flatMap((incident) => childrenNamed(incident, 'emailAddress'))
    .filter((email) => !isBlank(email.text))
  if (used.length === 0) return
  const known = new Set(
    partyElements.flatMap((name) =>
      childrenNamed(root, name).flatMap((party) => emailsOfParty(party, `${name}Person`).map(emailKey)),
    ),
  )
  const says = 'This must also be an e-mail of the reported person, an intended recipient or a victim'
  for (const email of used)
    if (!known.has(emailKey(email))) judging.broken(email, 'incident-email-must-be-a-party', says)
}

const notInBatch = ['internetDetails', 'lawEnforcement', 'intendedRecipient', 'victim', 'additionalInfo']

const batched = (judging: Judging, root: WireNode): void => {
  const escalated = childNamed(childNamed(root, 'incidentSummary'), 'escalateToHighPriority')
  const forbidden = root.children.filter((child) => notInBatch.includes(child.name))
  for (const node of escalated ? [escalated, ...forbidden] : forbidden)
    judging.broken(node, 'batched-report-elements', `A batched report must not hold ${node.name}`)
  for (const part of childrenNamed(root, 'personOrUserReported').flatMap((person) => person.children))
    if (part.name !== 'espIdentifier')
      judging.broken(part, 'batched-report-elements', 'A person in a batched report holds only espIdentifier')
}

const oneReportedPerson = (judging: Judging, root: WireNode): void => {
  const says = 'Only a batched report may name more than one reported person'
  for (const person of childrenNamed(root, 'personOrUserReported').slice(1))
    judging.broken(person, 'one-reported-person', says)
}

/** True for a report of a viral batch, which has rules of its own (also for its files). */
export const isBatched = (document: WireDocument): boolean =>
  childNamed(document.root, 'batchedReport') !== undefined

/** Every report id that the document names as an earlier report, once each, so that they can be looked up. */
export const priorReportIds = (document: WireDocument): string[] => {
  const parties = partyElements.flatMap((name) => childrenNamed(document.root, name))
  const accounts = parties.flatMap((party) => childrenNamed(party, 'associatedAccount'))
  const nodes = [
    ...parties.flatMap((party) => childrenNamed(party, 'priorCTReports')),
    ...accounts.flatMap((account) => childrenNamed(account, 'priorCTReport')),
  ]
  return [...new Set(nodes.map((node) => node.text.trim()))]
}

/**
 * The documented rules on a report (API documentation, "validation"), beyond the schema. They assume a valid
 * document. `now` is the moment that "in the past" is judged by.
 */
export const checkReportRules = (document: WireDocument, options: RuleOptions): Verdict =>
  verdictOf(document, options, (judging, root) => {
    walkRules(judging, root, 'report')
    reporterEmail(judging, root)
    incidentEmails(judging, root)
    if (isBatched(document)) batched(judging, root)
    else oneReportedPerson(judging, root)
  })
