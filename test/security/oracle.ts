/**
 * Who may do what, written from the design and not from the permission table, to hold the two against each other.
 * An operation that is not here has no answer: whoever adds one says here what the design says of it.
 */
import type { OperationName, Role } from '@opentipline/contract'

/** How somebody stands to the thing an operation is about. */
type Whose = 'own' | 'other'
export type Standing = `${Whose} agency` | `${Whose} provider` | 'clearinghouse' | 'none'

/** `done`: it is theirs to do. `hidden`: their role may, but not with this thing. `refused`: their role may not. */
export type Answer = 'done' | 'hidden' | 'refused'

/** What an operation can be about. */
type About =
  | 'people' // Who looks after an agency's people: its administrator; and the clearinghouse's supervisor, after its own.
  | 'second person' // Where a second person is asked for: a supervisor too.
  | 'self' // Oneself: whoever is signed in.
  | 'tip' // A tip, its report and what an agency makes of it: its own officers and their supervisors (invariants 4 and 10).
  | 'report' // A report given out whole: to an agency that has it, and to the clearinghouse's people, who hold them all.
  | 'queue' // The agency's own queue or a new thing of its own: there is no other agency's to ask for.
  | 'sums' // What a supervisor may know of the agency's people together.
  | 'policy' // The agency's rules of triage: its officers, supervisors and administrator write and propose them.
  | 'own view' // A person's own saved view: nobody else's to remove.
  | 'policies' // The list of policies: the same people, and no other agency's to ask for.
  | 'approval' // Bringing rules into force: not an officer.
  | 'agency table' // A new entry of what the agency knows and sets: not an officer, and no other agency's to ask for.
  | 'agency rule' // The agency's rules about itself: its administrator.
  | 'agency rule approval' // Bringing those into force: there is no other agency's to ask for.
  | 'pipeline' // The clearinghouse's work, which decides nothing.
  | 'incident' // Evidence that is not what it was: who keeps the clearinghouse's machine and its log is told, and a supervisor closes it.
  | 'incident closed' // Closing it: a clearinghouse supervisor.
  | 'directory' // The names of agencies: who refers or routes.
  | 'ledger' // The ledger: auditors, who never see content.
  | 'open' // Anybody, without a sign-in.
  | 'own work' // What came of one's own work: who works on reports, on either side.
  | 'counts' // An agency's own counts for those who steer it, the clearinghouse's for its people.
  | 'map' // The map they are drawn on.
  | 'filing'
  | 'filings' // What a provider files with, and what it filed: its own engineers alone.

/** What each operation is about: a line for those that belong together; one kind may have several lines. */
const table = `
self: beginProof finishProof beginOidcProof readAccount endOwnSession removePasskey askDevice beginDevice finishDevice
people: invitePerson changeRole bindSubject unlockPerson endMembership
second person: listPeople decideChange recoverPerson
open: readSignIn beginPasskeySignIn finishPasskeySignIn beginOidcSignIn readInvitation beginEnrolment finishEnrolment
self: readSession endSession lockSession stepUpAsDemoPerson actFor
tip: readTip readAmendments decide undoDecision reopenTip addNote readDocument listAssessments readAssessment
tip: compareTip recordIntelligence withdrawRecord overrideLabel judgeLink undoLinkVerdict readNetwork readBundle
tip: decideBundle readTipClocks recordClock endClock listFiles recordFileAuthority withdrawFileAuthority openFile
tip: readOpenedFile openCase readCase addToCase removeFromCase closeCase reopenCase addTask changeTask addProcess
tip: countersignDecision acceptReferral returnReferral withdrawReferral takeLease releaseLease
tip: stepProcess giveOutcome giveCaseOutcome withdrawOutcome listOutcomes listCaseOutcomes
tip: listTipDocuments previewTipDocument makeTipDocument downloadTipDocument recordDocumentSent
policies: listDocumentTemplates readDocumentTemplate
agency table: saveDocumentTemplate dropDocumentTemplate
report: exportReport correctPlace
queue: listReferrals listTips importReport listBundles readQueueFacets readQueueNews exportQueue listViews saveView setDefaultView
queue: listClocks readCalendarFeed makeCalendarFeed revokeCalendarFeed readViewing setViewing listCases
sums: readViewingSums
policy: readPolicy copyPolicy editPolicy previewPolicy proposePolicy withdrawPolicy
own view: removeView
policies: listReasons listPolicies listAgencyRules listLogWindows listAgencyTimes readLaw readLawEffect
approval: retireReason activatePolicy endLogWindow endAgencyTime
agency table: addReason addLogWindow addAgencyTime
agency rule: setSecondPerson setAgencyRule setForum
agency rule approval: checkOwnLaw saveOwnLaw approveAgencyRule withdrawAgencyRule
pipeline: readPipeline retryStuck routeByHand readScorecards
incident: listIncidents
incident closed: resolveIncident
directory: listAgencies
queue: listNetworks
ledger: searchLedger exportLedger verifyLedger readLedgerVerification
open: listDemoPeople signInAsDemoPerson listCredits
own work: readOutcomeNotices seeOutcomeNotices
counts: readStatistics
map: readCountyMap
filing: rotateCredential revokeCredential readOwnReport readOwnReceipt
filings: readOwnProvider addCredential listOwnReports checkDocument
`

const said = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [kind = '', names = ''] = line.split(': ')
    return names.split(' ').map((name) => ({ name, kind: kind as About }))
  })
const about = new Map(said.map(({ name, kind }) => [name, kind]))
if (about.size < said.length) throw new Error('an operation is said twice')

const officers: readonly Role[] = ['officer', 'agency supervisor']
const analysts: readonly Role[] = ['clearinghouse analyst', 'clearinghouse supervisor']

/** An agency's own thing: done at home, hidden from the same role of another agency, nobody else's business. */
const ofAgency = (allowed: readonly Role[], role: Role, standing: Standing): Answer => {
  if (!allowed.includes(role) || !/^(own|other) agency$/.test(standing)) return 'refused'
  return standing === 'own agency' ? 'done' : 'hidden'
}

/** Something every agency has one of: another agency's people get their own. */
const ofEvery = (allowed: readonly Role[], role: Role, standing: Standing): Answer => {
  const answer = ofAgency(allowed, role, standing)
  return answer === 'hidden' ? 'done' : answer
}

/** What the design says. */
export const oracle = (operation: OperationName, role: Role, standing: Standing): Answer => {
  switch (about.get(operation)) {
    case undefined:
      throw new Error(`the design says nothing of ${operation}`)
    case 'open':
    case 'self':
      return 'done'
    case 'people':
    case 'second person':
      if (standing === 'clearinghouse') return role === 'clearinghouse supervisor' ? 'done' : 'refused'
      if (role === 'agency supervisor' && about.get(operation) === 'second person')
        return ofEvery([role], role, standing)
      return ofEvery(['agency administrator'], role, standing)
    case 'tip':
    case 'own view':
      return ofAgency(officers, role, standing)
    case 'queue':
      return ofEvery(officers, role, standing)
    case 'report':
      if (standing === 'clearinghouse') return analysts.includes(role) ? 'done' : 'refused'
      return ofAgency(officers, role, standing)
    case 'policy':
      return ofAgency([...officers, 'agency administrator'], role, standing)
    case 'policies':
      return ofEvery([...officers, 'agency administrator'], role, standing)
    case 'approval':
      return ofAgency(['agency supervisor', 'agency administrator'], role, standing)
    case 'agency rule approval':
    case 'agency table':
      return ofEvery(['agency supervisor', 'agency administrator'], role, standing)
    case 'agency rule':
      return ofEvery(['agency administrator'], role, standing)
    case 'pipeline':
      return analysts.includes(role) && standing === 'clearinghouse' ? 'done' : 'refused'
    case 'sums':
      return ofEvery(['agency supervisor'], role, standing)
    case 'incident':
      return standing === 'clearinghouse' && [...analysts, 'auditor', 'operator'].includes(role)
        ? 'done'
        : 'refused'
    case 'incident closed':
      return standing === 'clearinghouse' && role === 'clearinghouse supervisor' ? 'done' : 'refused'
    case 'own work':
    case 'directory':
      return [...officers, ...analysts].includes(role) ? 'done' : 'refused'
    case 'counts':
      if (standing === 'clearinghouse') return analysts.includes(role) ? 'done' : 'refused'
      return ofEvery([...officers, 'agency administrator'], role, standing)
    case 'map':
      return [...officers, 'agency administrator', ...analysts].includes(role) ? 'done' : 'refused'
    case 'ledger':
      return role === 'auditor' && /agency|clearinghouse/.test(standing) ? 'done' : 'refused'
    case 'filing':
    case 'filings':
      if (role !== 'provider engineer' || !standing.endsWith('provider')) return 'refused'
      return about.get(operation) === 'filings' || standing === 'own provider' ? 'done' : 'hidden'
  }
}
