/**
 * Every operation of the JSON API: what it is called, where it is, what it takes and gives.
 * The server, the client, the forms and the OpenAPI document are derived from this list.
 */
import { type Static, type TSchema, Type } from 'typebox'
import { Agency, DemoPerson, SessionView } from './people.ts'
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
