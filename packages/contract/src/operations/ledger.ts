import { Type } from 'typebox'
import {
  ledgerFilter,
  ledgerPageEntriesMax,
  LedgerPage,
  LedgerReview,
  ledgerReviewRequest,
  LedgerVerification,
} from '../ledger.ts'
import { operation, id, none, opt } from './operation.ts'

/** For the auditor: who did what, and whether the record is whole. */
export const ledgerOperations = {
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
    stepUp: true,
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
  listLedgerReviews: operation({
    method: 'GET',
    path: '/api/ledger/reviews',
    who: 'signed in',
    summary: 'For auditors: when the ledger was last reviewed, up to where, by whom, and what they noticed.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ reviews: Type.Array(LedgerReview) }),
  }),
  reviewLedger: operation({
    method: 'POST',
    path: '/api/ledger/reviews',
    who: 'signed in',
    summary: 'For auditors: records that the ledger was reviewed up to an entry, and what was noticed.',
    params: none,
    query: none,
    body: Type.Object(ledgerReviewRequest),
    answer: LedgerReview,
  }),
} as const
