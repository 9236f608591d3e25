import type { OperationName, Role } from '@opentipline/contract'

/**
 * How the signed-in person stands to the thing: their own agency holds it, they are the clearinghouse, it is of the
 * provider they belong to, or it is nobody's in particular (a list that row security narrows, or a thing about themselves).
 */
export const relations = ['own agency', 'clearinghouse', 'own provider', 'none'] as const
export type Relation = (typeof relations)[number]

export type PermissionLine = { operation: OperationName; roles: readonly Role[]; relation: Relation }

const deskPeople = ['officer', 'agency supervisor'] as const
const policyPeople = ['officer', 'agency supervisor', 'agency administrator'] as const
const approvers = ['agency supervisor', 'agency administrator'] as const
const clearinghousePeople = ['clearinghouse analyst', 'clearinghouse supervisor'] as const
/** At an agency they read what its own people did, at the clearinghouse the whole log. */
const auditors = ['auditor'] as const
/** Who is told that stored evidence is damaged: ids and times, never what it is. */
const keepers = [...clearinghousePeople, 'auditor', 'operator'] as const
/** Of a provider: its own filing, and nothing that was made of it. */
const engineers = ['provider engineer'] as const
const everyone = [
  'provider engineer',
  'clearinghouse analyst',
  'clearinghouse supervisor',
  'officer',
  'agency supervisor',
  'agency administrator',
  'auditor',
  'operator',
] as const

/**
 * The permission table: who may do what, and standing how to it. What no line allows is refused. It is the first of
 * two locks; PostgreSQL's row security is the second and knows nothing of this table.
 */
export const permissionTable: readonly PermissionLine[] = [
  { operation: 'readSession', roles: everyone, relation: 'none' },
  { operation: 'endSession', roles: everyone, relation: 'none' },
  { operation: 'lockSession', roles: everyone, relation: 'none' },
  { operation: 'stepUpAsDemoPerson', roles: everyone, relation: 'none' },
  { operation: 'actFor', roles: everyone, relation: 'none' },
  { operation: 'beginProof', roles: everyone, relation: 'none' },
  { operation: 'finishProof', roles: everyone, relation: 'none' },
  { operation: 'beginOidcProof', roles: everyone, relation: 'none' },
  { operation: 'readAccount', roles: everyone, relation: 'none' },
  { operation: 'endOwnSession', roles: everyone, relation: 'none' },
  { operation: 'removePasskey', roles: everyone, relation: 'none' },
  { operation: 'askDevice', roles: everyone, relation: 'none' },
  { operation: 'beginDevice', roles: everyone, relation: 'none' },
  { operation: 'finishDevice', roles: everyone, relation: 'none' },
  { operation: 'listPeople', roles: approvers, relation: 'own agency' },
  { operation: 'decideChange', roles: approvers, relation: 'own agency' },
  { operation: 'invitePerson', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'changeRole', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'bindSubject', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'recoverPerson', roles: approvers, relation: 'own agency' },
  { operation: 'unlockPerson', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'endMembership', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'listPeople', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'decideChange', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'invitePerson', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'changeRole', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'bindSubject', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'recoverPerson', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'unlockPerson', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'endMembership', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'listTips', roles: deskPeople, relation: 'own agency' },
  { operation: 'readQueueFacets', roles: deskPeople, relation: 'own agency' },
  { operation: 'readQueueNews', roles: deskPeople, relation: 'own agency' },
  { operation: 'exportQueue', roles: deskPeople, relation: 'own agency' },
  { operation: 'listViews', roles: deskPeople, relation: 'own agency' },
  { operation: 'saveView', roles: deskPeople, relation: 'own agency' },
  { operation: 'removeView', roles: deskPeople, relation: 'own agency' },
  { operation: 'setDefaultView', roles: deskPeople, relation: 'own agency' },
  { operation: 'readTip', roles: deskPeople, relation: 'own agency' },
  { operation: 'readAmendments', roles: deskPeople, relation: 'own agency' },
  { operation: 'readDocument', roles: deskPeople, relation: 'own agency' },
  { operation: 'listFiles', roles: deskPeople, relation: 'own agency' },
  { operation: 'recordFileAuthority', roles: deskPeople, relation: 'own agency' },
  { operation: 'withdrawFileAuthority', roles: deskPeople, relation: 'own agency' },
  { operation: 'openFile', roles: deskPeople, relation: 'own agency' },
  { operation: 'readOpenedFile', roles: deskPeople, relation: 'own agency' },
  { operation: 'readViewing', roles: deskPeople, relation: 'own agency' },
  { operation: 'setViewing', roles: deskPeople, relation: 'own agency' },
  { operation: 'readViewingSums', roles: ['agency supervisor'], relation: 'own agency' },
  { operation: 'listIncidents', roles: keepers, relation: 'clearinghouse' },
  { operation: 'resolveIncident', roles: ['clearinghouse supervisor'], relation: 'clearinghouse' },
  { operation: 'decide', roles: deskPeople, relation: 'own agency' },
  { operation: 'undoDecision', roles: deskPeople, relation: 'own agency' },
  { operation: 'reopenTip', roles: deskPeople, relation: 'own agency' },
  { operation: 'countersignDecision', roles: deskPeople, relation: 'own agency' },
  { operation: 'acceptReferral', roles: deskPeople, relation: 'own agency' },
  { operation: 'returnReferral', roles: deskPeople, relation: 'own agency' },
  { operation: 'withdrawReferral', roles: deskPeople, relation: 'own agency' },
  { operation: 'listReferrals', roles: deskPeople, relation: 'own agency' },
  { operation: 'listReasons', roles: policyPeople, relation: 'own agency' },
  { operation: 'addReason', roles: approvers, relation: 'own agency' },
  { operation: 'retireReason', roles: approvers, relation: 'own agency' },
  { operation: 'takeLease', roles: deskPeople, relation: 'own agency' },
  { operation: 'releaseLease', roles: deskPeople, relation: 'own agency' },
  { operation: 'addNote', roles: deskPeople, relation: 'own agency' },
  { operation: 'exportReport', roles: deskPeople, relation: 'own agency' },
  { operation: 'importReport', roles: deskPeople, relation: 'own agency' },
  { operation: 'listAgencies', roles: [...deskPeople, ...clearinghousePeople], relation: 'none' },
  { operation: 'listPolicies', roles: policyPeople, relation: 'own agency' },
  { operation: 'readPolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'copyPolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'editPolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'previewPolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'proposePolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'withdrawPolicy', roles: policyPeople, relation: 'own agency' },
  { operation: 'activatePolicy', roles: approvers, relation: 'own agency' },
  { operation: 'setSecondPerson', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'listAgencyRules', roles: policyPeople, relation: 'own agency' },
  { operation: 'setAgencyRule', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'approveAgencyRule', roles: approvers, relation: 'own agency' },
  { operation: 'withdrawAgencyRule', roles: approvers, relation: 'own agency' },
  { operation: 'readLaw', roles: policyPeople, relation: 'own agency' },
  { operation: 'readLawEffect', roles: policyPeople, relation: 'own agency' },
  { operation: 'checkOwnLaw', roles: approvers, relation: 'own agency' },
  { operation: 'saveOwnLaw', roles: approvers, relation: 'own agency' },
  { operation: 'setForum', roles: ['agency administrator'], relation: 'own agency' },
  { operation: 'listAssessments', roles: deskPeople, relation: 'own agency' },
  { operation: 'readAssessment', roles: deskPeople, relation: 'own agency' },
  { operation: 'compareTip', roles: deskPeople, relation: 'own agency' },
  { operation: 'recordIntelligence', roles: deskPeople, relation: 'own agency' },
  { operation: 'withdrawRecord', roles: deskPeople, relation: 'own agency' },
  { operation: 'overrideLabel', roles: deskPeople, relation: 'own agency' },
  { operation: 'judgeLink', roles: deskPeople, relation: 'own agency' },
  { operation: 'undoLinkVerdict', roles: deskPeople, relation: 'own agency' },
  { operation: 'listNetworks', roles: deskPeople, relation: 'own agency' },
  { operation: 'readNetwork', roles: deskPeople, relation: 'own agency' },
  { operation: 'correctPlace', roles: deskPeople, relation: 'own agency' },
  { operation: 'correctPlace', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'listBundles', roles: deskPeople, relation: 'own agency' },
  { operation: 'readBundle', roles: deskPeople, relation: 'own agency' },
  { operation: 'decideBundle', roles: deskPeople, relation: 'own agency' },
  { operation: 'listClocks', roles: deskPeople, relation: 'own agency' },
  { operation: 'readTipClocks', roles: deskPeople, relation: 'own agency' },
  { operation: 'recordClock', roles: deskPeople, relation: 'own agency' },
  { operation: 'endClock', roles: deskPeople, relation: 'own agency' },
  { operation: 'listLogWindows', roles: policyPeople, relation: 'own agency' },
  { operation: 'addLogWindow', roles: approvers, relation: 'own agency' },
  { operation: 'endLogWindow', roles: approvers, relation: 'own agency' },
  { operation: 'listAgencyTimes', roles: policyPeople, relation: 'own agency' },
  { operation: 'addAgencyTime', roles: approvers, relation: 'own agency' },
  { operation: 'endAgencyTime', roles: approvers, relation: 'own agency' },
  { operation: 'listTipDocuments', roles: deskPeople, relation: 'own agency' },
  { operation: 'previewTipDocument', roles: deskPeople, relation: 'own agency' },
  { operation: 'makeTipDocument', roles: deskPeople, relation: 'own agency' },
  { operation: 'downloadTipDocument', roles: deskPeople, relation: 'own agency' },
  { operation: 'recordDocumentSent', roles: deskPeople, relation: 'own agency' },
  { operation: 'listDocumentTemplates', roles: policyPeople, relation: 'own agency' },
  { operation: 'readDocumentTemplate', roles: policyPeople, relation: 'own agency' },
  { operation: 'saveDocumentTemplate', roles: approvers, relation: 'own agency' },
  { operation: 'dropDocumentTemplate', roles: approvers, relation: 'own agency' },
  { operation: 'readCalendarFeed', roles: deskPeople, relation: 'own agency' },
  { operation: 'makeCalendarFeed', roles: deskPeople, relation: 'own agency' },
  { operation: 'revokeCalendarFeed', roles: deskPeople, relation: 'own agency' },
  { operation: 'readPipeline', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'retryStuck', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'routeByHand', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'exportReport', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'listCases', roles: deskPeople, relation: 'own agency' },
  { operation: 'openCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'readCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'addToCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'removeFromCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'closeCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'reopenCase', roles: deskPeople, relation: 'own agency' },
  { operation: 'addTask', roles: deskPeople, relation: 'own agency' },
  { operation: 'changeTask', roles: deskPeople, relation: 'own agency' },
  { operation: 'addProcess', roles: deskPeople, relation: 'own agency' },
  { operation: 'stepProcess', roles: deskPeople, relation: 'own agency' },
  { operation: 'giveOutcome', roles: deskPeople, relation: 'own agency' },
  { operation: 'giveCaseOutcome', roles: deskPeople, relation: 'own agency' },
  { operation: 'withdrawOutcome', roles: deskPeople, relation: 'own agency' },
  { operation: 'listOutcomes', roles: deskPeople, relation: 'own agency' },
  { operation: 'listCaseOutcomes', roles: deskPeople, relation: 'own agency' },
  { operation: 'readOutcomeNotices', roles: [...deskPeople, ...clearinghousePeople], relation: 'none' },
  { operation: 'seeOutcomeNotices', roles: [...deskPeople, ...clearinghousePeople], relation: 'none' },
  { operation: 'readScorecards', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'readStatistics', roles: policyPeople, relation: 'own agency' },
  { operation: 'readStatistics', roles: clearinghousePeople, relation: 'clearinghouse' },
  { operation: 'readCountyMap', roles: [...policyPeople, ...clearinghousePeople], relation: 'none' },
  { operation: 'readOwnProvider', roles: engineers, relation: 'own provider' },
  { operation: 'addCredential', roles: engineers, relation: 'own provider' },
  { operation: 'rotateCredential', roles: engineers, relation: 'own provider' },
  { operation: 'revokeCredential', roles: engineers, relation: 'own provider' },
  { operation: 'listOwnReports', roles: engineers, relation: 'own provider' },
  { operation: 'readOwnReport', roles: engineers, relation: 'own provider' },
  { operation: 'readOwnReceipt', roles: engineers, relation: 'own provider' },
  { operation: 'checkDocument', roles: engineers, relation: 'own provider' },
  { operation: 'searchLedger', roles: auditors, relation: 'own agency' },
  { operation: 'exportLedger', roles: auditors, relation: 'own agency' },
  { operation: 'verifyLedger', roles: auditors, relation: 'own agency' },
  { operation: 'readLedgerVerification', roles: auditors, relation: 'own agency' },
  { operation: 'searchLedger', roles: auditors, relation: 'clearinghouse' },
  { operation: 'exportLedger', roles: auditors, relation: 'clearinghouse' },
  { operation: 'verifyLedger', roles: auditors, relation: 'clearinghouse' },
  { operation: 'readLedgerVerification', roles: auditors, relation: 'clearinghouse' },
]

/** Whether one of these lines allows `role`, standing so to the thing, `operation`. */
export const allows = (
  table: readonly PermissionLine[],
  operation: OperationName,
  role: Role,
  relation: Relation,
): boolean =>
  table.some(
    (line) => line.operation === operation && line.roles.includes(role) && line.relation === relation,
  )

/** Whether a person of `role`, standing so to the thing, may do `operation`. */
export const mayDo = (operation: OperationName, role: Role, relation: Relation): boolean =>
  allows(permissionTable, operation, role, relation)

/** Whether `role` may do `operation` in any relation: what the desk asks before it shows a way to it. */
export const mayEverDo = (operation: OperationName, role: Role): boolean =>
  relations.some((relation) => mayDo(operation, role, relation))
