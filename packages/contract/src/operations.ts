/**
 * Every operation of the JSON API: what it is called, where it is, what it takes and gives.
 * The server, the client, the forms and the OpenAPI document are derived from this list.
 */
import { type Static, type TSchema, Type } from 'typebox'
import { ledgerFilter, ledgerPageEntriesMax, LedgerPage, LedgerVerification } from './ledger.ts'
import {
  LabelView,
  LinkVerdict,
  Network,
  PlaceCorrectionRequest,
  PlaceCorrectionView,
  RecordRequest,
  RecordView,
  TipComparison,
} from './judging.ts'
import { BundleDetail, BundleList, bundleTipsMax } from './bundles.ts'
import { Agency, DemoPerson, SessionView } from './people.ts'
import {
  AgencyPolicy,
  AssessmentList,
  AssessmentUnder,
  policyCharactersMax,
  PolicyList,
  PolicyPreview,
  PolicyText,
  previewTipsMax,
} from './policies.ts'
import {
  Credit,
  DecisionRequest,
  DecisionView,
  ImportResult,
  NoteView,
  PipelineView,
  QueuePage,
  TipDetail,
  queueLanes,
} from './tips.ts'

const text = Type.String()
const id = Type.String({ minLength: 1, maxLength: 64 })
const none = Type.Object({})
/** A policy and one of its versions, in a path: a text of digits there. */
const policyParams = Type.Object({
  policyId: Type.String({ minLength: 1, maxLength: 80 }),
  version: Type.String({ pattern: '^[1-9]\\d{0,8}$' }),
})
const because = Type.String({ minLength: 1, maxLength: 2000 })
const opt = Type.Optional

/** Rows of one page of the queue at most: more would make the answer slow and nobody reads further at once. */
export const queuePageRowsMax = 100
/** Seconds in which a decision can be undone before it takes effect. */
export const undoWindowSeconds = 10

export type OperationShape = {
  method: 'GET' | 'POST'
  path: string
  /** One sentence for the reference. */
  summary: string
  params: TSchema
  query: TSchema
  body: TSchema
  answer: TSchema
  /** `nobody`: no sign-in needed. */
  who: 'nobody' | 'signed in'
  /** The body is a document as it was received, byte for byte, and not JSON of ours. */
  documentBody?: true
  /** The answer is a stream of this type and not one JSON value. */
  streams?: 'application/x-ndjson'
}
const operation = <const T extends OperationShape>(shape: T): T => shape

export const operations = {
  readSession: operation({
    method: 'GET',
    path: '/api/session',
    who: 'signed in',
    summary: 'Who is signed in, and as whom they act.',
    params: none,
    query: none,
    body: none,
    answer: SessionView,
  }),
  endSession: operation({
    method: 'POST',
    path: '/api/session/end',
    who: 'signed in',
    summary: 'Signs out.',
    params: none,
    query: none,
    body: none,
    answer: none,
  }),
  actFor: operation({
    method: 'POST',
    path: '/api/session/agency',
    who: 'signed in',
    summary: 'Acts for another of one’s agencies.',
    params: none,
    query: none,
    body: Type.Object({ agencyId: id }),
    answer: SessionView,
  }),
  listDemoPeople: operation({
    method: 'GET',
    path: '/api/demo/people',
    who: 'nobody',
    summary: 'The people of the demonstration; empty where this is not one.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ demo: Type.Boolean(), people: Type.Array(DemoPerson), notice: text }),
  }),
  signInAsDemoPerson: operation({
    method: 'POST',
    path: '/api/demo/sign-in',
    who: 'nobody',
    summary: 'Signs in as a person of the demonstration.',
    params: none,
    query: none,
    body: Type.Object({ personId: id }),
    answer: SessionView,
  }),
  listTips: operation({
    method: 'GET',
    path: '/api/tips',
    who: 'signed in',
    summary: 'A page of the agency’s queue, ranked.',
    params: none,
    query: Type.Object({
      lane: opt(Type.Enum(queueLanes)),
      search: opt(Type.String({ maxLength: 200 })),
      provider: opt(Type.String({ maxLength: 255 })),
      band: opt(Type.String({ maxLength: 64 })),
      limit: opt(Type.Integer({ minimum: 1, maximum: queuePageRowsMax })),
      after: opt(Type.String({ maxLength: 500 })),
    }),
    body: none,
    answer: QueuePage,
  }),
  readTip: operation({
    method: 'GET',
    path: '/api/tips/:tipId',
    who: 'signed in',
    summary: 'One tip, whole. The reading is logged.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: TipDetail,
  }),
  decide: operation({
    method: 'POST',
    path: '/api/tips/:tipId/decisions',
    who: 'signed in',
    summary: 'Records a decision by the signed-in person; it takes effect after the undo window.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: DecisionRequest,
    answer: DecisionView,
  }),
  undoDecision: operation({
    method: 'POST',
    path: '/api/decisions/:decisionId/undo',
    who: 'signed in',
    summary: 'Takes back a decision that has not taken effect.',
    params: Type.Object({ decisionId: id }),
    query: none,
    body: none,
    answer: DecisionView,
  }),
  reopenTip: operation({
    method: 'POST',
    path: '/api/tips/:tipId/reopen',
    who: 'signed in',
    summary: 'Puts a decided tip back into the queue; the decision stays on record.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ note: Type.String({ maxLength: 4000 }) }),
    answer: none,
  }),
  addNote: operation({
    method: 'POST',
    path: '/api/tips/:tipId/notes',
    who: 'signed in',
    summary: 'Writes a note on a tip.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 10_000 }) }),
    answer: NoteView,
  }),
  listAgencies: operation({
    method: 'GET',
    path: '/api/agencies',
    who: 'signed in',
    summary: 'The agencies a tip can be referred to.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ agencies: Type.Array(Agency) }),
  }),
  importReport: operation({
    method: 'POST',
    path: '/api/imports',
    who: 'signed in',
    summary:
      'Imports a law-enforcement JSON: the raw document is the body. The same bytes twice are one report.',
    params: none,
    query: Type.Object({ name: opt(Type.String({ maxLength: 255 })) }),
    body: none,
    documentBody: true,
    answer: ImportResult,
  }),
  exportReport: operation({
    method: 'GET',
    path: '/api/reports/:reportId/le-json',
    who: 'signed in',
    summary: 'The report in the law-enforcement JSON shape.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: none,
    answer: Type.Unknown(),
  }),
  readDocument: operation({
    method: 'GET',
    path: '/api/tips/:tipId/documents/:documentId',
    who: 'signed in',
    summary: 'The raw source as received, as text. The reading is logged.',
    params: Type.Object({ tipId: id, documentId: id }),
    query: none,
    body: none,
    answer: Type.Object({ kind: text, sha256: text, text }),
  }),
  readPipeline: operation({
    method: 'GET',
    path: '/api/pipeline',
    who: 'signed in',
    summary: 'For the clearinghouse: what is on the way, stuck, or unrouted.',
    params: none,
    query: none,
    body: none,
    answer: PipelineView,
  }),
  retryStuck: operation({
    method: 'POST',
    path: '/api/pipeline/:reportId/retry',
    who: 'signed in',
    summary: 'Tries a stuck report again.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: none,
    answer: none,
  }),
  routeByHand: operation({
    method: 'POST',
    path: '/api/pipeline/:reportId/route',
    who: 'signed in',
    summary: 'Makes an unrouted report available to an agency, with a reason.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: Type.Object({ agencyId: id, because: Type.String({ minLength: 1, maxLength: 1000 }) }),
    answer: none,
  }),
  searchLedger: operation({
    method: 'GET',
    path: '/api/ledger',
    who: 'signed in',
    summary:
      'For auditors: a page of the ledger’s entries that fit, newest first. The search is itself an entry.',
    params: none,
    query: Type.Object({
      ...ledgerFilter,
      limit: opt(Type.Integer({ minimum: 1, maximum: ledgerPageEntriesMax })),
      after: opt(Type.String({ maxLength: 40 })),
    }),
    body: none,
    answer: LedgerPage,
  }),
  exportLedger: operation({
    method: 'GET',
    path: '/api/ledger/export',
    who: 'signed in',
    summary:
      'For auditors: every entry that fits, one JSON object a line, oldest first, exactly as it is hashed.',
    params: none,
    query: Type.Object(ledgerFilter),
    body: none,
    answer: Type.Unknown(),
    streams: 'application/x-ndjson',
  }),
  verifyLedger: operation({
    method: 'POST',
    path: '/api/ledger/verifications',
    who: 'signed in',
    summary:
      'For auditors: derives the whole ledger again from its entries; joins a verification that runs already.',
    params: none,
    query: none,
    body: none,
    answer: LedgerVerification,
  }),
  readLedgerVerification: operation({
    method: 'GET',
    path: '/api/ledger/verifications/:verificationId',
    who: 'signed in',
    summary: 'For auditors: how far a verification is, and what it found.',
    params: Type.Object({ verificationId: id }),
    query: none,
    body: none,
    answer: LedgerVerification,
  }),
  listPolicies: operation({
    method: 'GET',
    path: '/api/policies',
    who: 'signed in',
    summary: 'The policy in force at the agency, the shipped ones, and the agency’s own.',
    params: none,
    query: none,
    body: none,
    answer: PolicyList,
  }),
  readPolicy: operation({
    method: 'GET',
    path: '/api/policies/:policyId/:version',
    who: 'signed in',
    summary: 'The text of a policy, with its problems by line.',
    params: policyParams,
    query: none,
    body: none,
    answer: PolicyText,
  }),
  copyPolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/copy',
    who: 'signed in',
    summary: 'Makes a draft of the agency’s own from a shipped policy or one of its own.',
    params: policyParams,
    query: none,
    body: none,
    answer: PolicyText,
  }),
  editPolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/text',
    who: 'signed in',
    summary: 'Keeps a draft’s text, with errors or without, and tells its problems by line.',
    params: policyParams,
    query: none,
    body: Type.Object({ text: Type.String({ maxLength: policyCharactersMax }) }),
    answer: PolicyText,
  }),
  previewPolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/preview',
    who: 'signed in',
    summary: 'What a policy would do to the agency’s newest tips: who moves, who crosses the line.',
    params: policyParams,
    query: none,
    body: Type.Object({
      last: opt(Type.Integer({ minimum: 1, maximum: previewTipsMax })),
      line: opt(Type.Integer({ minimum: 1, maximum: previewTipsMax })),
    }),
    answer: PolicyPreview,
  }),
  proposePolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/propose',
    who: 'signed in',
    summary: 'Proposes a draft for activation; its text does not change any more.',
    params: policyParams,
    query: none,
    body: Type.Object({ because }),
    answer: AgencyPolicy,
  }),
  withdrawPolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/withdraw',
    who: 'signed in',
    summary: 'Takes back a draft or a proposal.',
    params: policyParams,
    query: none,
    body: none,
    answer: AgencyPolicy,
  }),
  activatePolicy: operation({
    method: 'POST',
    path: '/api/policies/:policyId/:version/activate',
    who: 'signed in',
    summary: 'Approves a proposed policy; it is in force once every tip of the agency is ranked under it.',
    params: policyParams,
    query: none,
    body: none,
    answer: AgencyPolicy,
  }),
  setSecondPerson: operation({
    method: 'POST',
    path: '/api/policies/second-person',
    who: 'signed in',
    summary: 'Whether somebody other than its author has to activate a policy of the agency.',
    params: none,
    query: none,
    body: Type.Object({ secondPerson: Type.Boolean() }),
    answer: none,
  }),
  listAssessments: operation({
    method: 'GET',
    path: '/api/tips/:tipId/assessments',
    who: 'signed in',
    summary: 'The assessments of a tip that are kept, under whichever policy.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: AssessmentList,
  }),
  readAssessment: operation({
    method: 'GET',
    path: '/api/tips/:tipId/assessments/:policyId/:version',
    who: 'signed in',
    summary: 'A tip as any version of a policy sees it, past ones included.',
    params: Type.Intersect([Type.Object({ tipId: id }), policyParams]),
    query: none,
    body: none,
    answer: AssessmentUnder,
  }),
  compareTip: operation({
    method: 'GET',
    path: '/api/tips/:tipId/compare',
    who: 'signed in',
    summary: 'A tip under the shipped policies side by side, and where they disagree.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: TipComparison,
  }),
  recordIntelligence: operation({
    method: 'POST',
    path: '/api/tips/:tipId/records',
    who: 'signed in',
    summary: 'Records what the agency’s own records say of a signal; it counts for this agency alone.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: RecordRequest,
    answer: RecordView,
  }),
  withdrawRecord: operation({
    method: 'POST',
    path: '/api/tips/:tipId/records/:recordId/withdraw',
    who: 'signed in',
    summary: 'Takes back a record, with the reason; it stays to be seen.',
    params: Type.Object({ tipId: id, recordId: id }),
    query: none,
    body: Type.Object({ because }),
    answer: RecordView,
  }),
  overrideLabel: operation({
    method: 'POST',
    path: '/api/tips/:tipId/label',
    who: 'signed in',
    summary:
      'Sets a person’s label beside the computed one, with the reason; null goes back to the computed one.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({
      label: Type.Union([Type.Literal('referral'), Type.Literal('informational'), Type.Null()]),
      because,
    }),
    answer: LabelView,
  }),
  judgeLink: operation({
    method: 'POST',
    path: '/api/tips/:tipId/links/judge',
    who: 'signed in',
    summary:
      'Confirms or rejects a link, with the reason; it counts for this agency alone and stands through re-runs.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({
      reportId: id,
      linkId: id,
      verdict: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected')]),
      because,
    }),
    answer: LinkVerdict,
  }),
  undoLinkVerdict: operation({
    method: 'POST',
    path: '/api/tips/:tipId/links/undo',
    who: 'signed in',
    summary: 'Takes back what was said of a link.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ reportId: id, linkId: id }),
    answer: none,
  }),
  readNetwork: operation({
    method: 'GET',
    path: '/api/tips/:tipId/network',
    who: 'signed in',
    summary: 'The reports connected with this one by strong or confirmed links, of those the agency may see.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: Network,
  }),
  correctPlace: operation({
    method: 'POST',
    path: '/api/reports/:reportId/place',
    who: 'signed in',
    summary:
      'Says where the subject or the child is, against what was found; the report is routed anew and both sides are told.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: PlaceCorrectionRequest,
    answer: PlaceCorrectionView,
  }),
  listBundles: operation({
    method: 'GET',
    path: '/api/bundles',
    who: 'signed in',
    summary: 'Bundles of the agency’s undecided tips that tell of one item, the largest first.',
    params: none,
    query: none,
    body: none,
    answer: BundleList,
  }),
  readBundle: operation({
    method: 'GET',
    path: '/api/bundles/:bundleId',
    who: 'signed in',
    summary:
      'The members of a bundle, and apart from them those that no decision on it covers, with the reason.',
    params: Type.Object({ bundleId: id }),
    query: none,
    body: none,
    answer: BundleDetail,
  }),
  decideBundle: operation({
    method: 'POST',
    path: '/api/bundles/:bundleId/decisions',
    who: 'signed in',
    summary:
      'Decides on each listed member of a bundle, all or none; no member is covered that is not listed.',
    params: Type.Object({ bundleId: id }),
    query: none,
    body: Type.Intersect([
      DecisionRequest,
      Type.Object({ tipIds: Type.Array(id, { minItems: 1, maxItems: bundleTipsMax, uniqueItems: true }) }),
    ]),
    answer: Type.Object({ decisions: Type.Array(DecisionView) }),
  }),
  listCredits: operation({
    method: 'GET',
    path: '/api/credits',
    who: 'nobody',
    summary: 'The credits that data licences ask for.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ credits: Type.Array(Credit) }),
  }),
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type ParamsOf<N extends OperationName> = Static<Operations[N]['params']>
export type QueryOf<N extends OperationName> = Static<Operations[N]['query']>
export type BodyOf<N extends OperationName> = Static<Operations[N]['body']>
export type AnswerOf<N extends OperationName> = Static<Operations[N]['answer']>
