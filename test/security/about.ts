/** What each operation is about, in words of the design. What may be done with each kind is in `oracle.ts`. */

/** What an operation can be about. */
export type About =
  | 'people' // Who looks after an agency's people: its administrator; and the clearinghouse's supervisor, after its own.
  | 'second person' // Where a second person is asked for: a supervisor too.
  | 'self' // Oneself: whoever is signed in.
  | 'tip' // A tip, its report and what an agency makes of it: its own officers and their supervisors (invariants 4 and 10).
  | 'report' // A report given out whole: to an agency that has it, and to the clearinghouse's people, who hold them all.
  | 'queue' // The agency's own queue or a new thing of its own: there is no other agency's to ask for.
  | 'led' // An affiliation that the agency entered: its administrator.
  | 'steering' // A thing of the agency's that its supervisor alone looks into.
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
  | 'destruction' // Approving that a file be destroyed: a supervisor, of an agency for its own, or of the clearinghouse.
  | 'directory' // The names of agencies: who refers or routes.
  | 'ledger' // The ledger: auditors, who never see content.
  | 'open' // Anybody, without a sign-in.
  | 'own work' // What came of one's own work: who works on reports, on either side.
  | 'counts' // An agency's own counts for those who steer it, the clearinghouse's for its people.
  | 'map' // The map they are drawn on.
  | 'filing' // One thing of what a provider files with and what it filed: its own engineers alone.
  | 'filings' // The list of them, or a new one.

/** What each operation is about: a line for those that belong together; one kind may have several lines. */
const table = `
self: beginProof finishProof beginOidcProof readAccount endOwnSession removePasskey askDevice beginDevice finishDevice
people: invitePerson changeRole bindSubject unlockPerson endMembership
second person: listPeople decideChange recoverPerson
open: readSignIn beginPasskeySignIn finishPasskeySignIn beginOidcSignIn readInvitation beginEnrolment finishEnrolment
self: readOwnSettings setOwnSettings
self: readSession endSession lockSession stepUpAsDemoPerson actFor
tip: readTip readAmendments decide undoDecision reopenTip addNote readDocument listAssessments readAssessment
tip: compareTip recordIntelligence withdrawRecord overrideLabel judgeLink undoLinkVerdict readNetwork readBundle
tip: decideBundle readTipClocks recordClock endClock listFiles recordFileAuthority withdrawFileAuthority openFile
tip: readOpenedFile openCase readCase addToCase removeFromCase closeCase reopenCase addTask changeTask addProcess
tip: countersignDecision acceptReferral returnReferral withdrawReferral takeLease releaseLease
tip: stepProcess giveOutcome giveCaseOutcome withdrawOutcome listOutcomes listCaseOutcomes
tip: listTipDocuments previewTipDocument makeTipDocument downloadTipDocument recordDocumentSent
policies: listDocumentTemplates readDocumentTemplate
tip: readTipChecklists tickChecklistItem
policies: readChecklists readGuidance
agency table: checkOwnChecklists saveOwnChecklists
agency table: saveDocumentTemplate dropDocumentTemplate
report: exportReport correctPlace
queue: listReferrals listTips importReport listBundles readQueueFacets readQueueNews exportQueue listViews saveView setDefaultView
queue: exportCases exportClocks
queue: listClocks readCalendarFeed makeCalendarFeed revokeCalendarFeed readViewing setViewing listCases
sums: readViewingSums liftOpenings drawSample
policies: listAffiliates
agency rule: enterAffiliate
led: endAffiliate
sums: readWaiting exportWaiting
tip: assignTip
queue: listColleagues
steering: readSampleDraw
queue: readSampling
policies: readMissRates
tip: takeSampleReading leaveSampleReading judgeSampleReading
policy: readPolicy copyPolicy editPolicy previewPolicy proposePolicy withdrawPolicy
own view: removeView
policies: listReasons listPolicies listAgencyRules listLogWindows listAgencyTimes readLaw readLawEffect
approval: retireReason activatePolicy endLogWindow endAgencyTime
agency table: addReason addLogWindow addAgencyTime
agency rule: setSecondPerson setAgencyRule setForum
agency rule approval: checkOwnLaw saveOwnLaw approveAgencyRule withdrawAgencyRule
pipeline: readPipeline retryStuck routeByHand readScorecards
pipeline: readReview readAreas findServing
pipeline: labelReport judgeReportLink
pipeline: listReportBundles readReportBundle
report: proposeDestruction withdrawDestruction readDestructionCertificate
own work: listDestructions
destruction: decideDestruction
incident: listIncidents
incident closed: resolveIncident
directory: listAgencies
queue: listNetworks
ledger: listLedgerReviews reviewLedger
ledger: searchLedger exportLedger verifyLedger readLedgerVerification
open: listDemoPeople signInAsDemoPerson listCredits
own work: readOutcomeNotices seeOutcomeNotices
counts: readStatistics exportStatistics
map: readCountyMap
filing: rotateCredential revokeCredential readOwnReport readOwnReceipt
filings: readOwnProvider addCredential listOwnReports checkDocument readOwnScorecard
`

const said = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [kind = '', names = ''] = line.split(': ')
    return names.split(' ').map((name) => ({ name, kind: kind as About }))
  })
export const about: ReadonlyMap<string, About> = new Map(said.map(({ name, kind }) => [name, kind]))
if (about.size < said.length) throw new Error('an operation is said twice')
