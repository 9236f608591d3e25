import { Type } from 'typebox'
import { Amendments } from '../amendments.ts'
import { BundleDetail, BundleList } from '../bundles.ts'
import { queueFilter } from '../queue.ts'
import { ImportResult, NoteView, QueuePage, TipDetail } from '../tips.ts'
import { operation, text, id, none, opt } from './operation.ts'

/** Rows of one page of the queue at most: more would make the answer slow and nobody reads further at once. */
export const queuePageRowsMax = 100

/** The queue, one tip whole, and what goes in and out of it. */
export const tipsOperations = {
  listTips: operation({
    method: 'GET',
    path: '/api/tips',
    who: 'signed in',
    summary: 'A page of the agency’s queue, ranked.',
    params: none,
    query: Type.Object({
      ...queueFilter,
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
  readAmendments: operation({
    method: 'GET',
    path: '/api/tips/:tipId/amendments',
    who: 'signed in',
    summary: 'What changed on a tip between revisions, by voice. The reading is logged.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: Amendments,
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
  exportReport: operation({
    method: 'GET',
    path: '/api/reports/:reportId/le-json',
    who: 'signed in',
    stepUp: true,
    summary: 'The report in the law-enforcement JSON shape.',
    params: Type.Object({ reportId: id }),
    query: none,
    body: none,
    answer: Type.Unknown(),
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
} as const
