import { Type } from 'typebox'
import { bundleTipsMax } from '../bundles.ts'
import { LeaseView } from '../leases.ts'
import { ReferralLine } from '../referrals.ts'
import { decisionKinds, DecisionRequest, DecisionView, OwnReason, ReasonList } from '../tips.ts'
import { because, operation, id, none } from './operation.ts'

/** Seconds in which a decision can be undone before it takes effect. */
export const undoWindowSeconds = 10

/** What only a person of the agency does. */
export const decisionsOperations = {
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
  countersignDecision: operation({
    method: 'POST',
    path: '/api/decisions/:decisionId/countersign',
    who: 'signed in',
    summary:
      'As a second person of the agency: agrees to a decision, which takes effect then, or refuses with a reason.',
    params: Type.Object({ decisionId: id }),
    query: none,
    body: Type.Object({
      verdict: Type.Enum(['given', 'refused'] as const),
      because: Type.String({ maxLength: 2000 }),
    }),
    answer: DecisionView,
  }),
  acceptReferral: operation({
    method: 'POST',
    path: '/api/tips/:tipId/referral/accept',
    who: 'signed in',
    summary: 'Accepts what another agency offers: from this moment the tip is the acting agency’s.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: none,
  }),
  returnReferral: operation({
    method: 'POST',
    path: '/api/tips/:tipId/referral/return',
    who: 'signed in',
    summary: 'Gives back, with a reason, what was offered or accepted: it is the offering agency’s again.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ reason: Type.String({ maxLength: 64 }), note: Type.String({ maxLength: 1800 }) }),
    answer: none,
  }),
  withdrawReferral: operation({
    method: 'POST',
    path: '/api/tips/:tipId/referral/withdraw',
    who: 'signed in',
    summary: 'Takes an offer back that nobody accepted.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ because }),
    answer: none,
  }),
  listReferrals: operation({
    method: 'GET',
    path: '/api/referrals',
    who: 'signed in',
    summary: 'What the agency offered to others and was offered, the newest first.',
    params: none,
    query: none,
    body: none,
    answer: Type.Object({ referrals: Type.Array(ReferralLine) }),
  }),
  listReasons: operation({
    method: 'GET',
    path: '/api/reasons',
    who: 'signed in',
    summary: 'The reasons for decisions that the agency added to the published list, retired ones included.',
    params: none,
    query: none,
    body: none,
    answer: ReasonList,
  }),
  addReason: operation({
    method: 'POST',
    path: '/api/reasons',
    who: 'signed in',
    summary: 'Adds a reason of the agency’s own to one kind of decision.',
    params: none,
    query: none,
    body: Type.Object({
      kind: Type.Enum(decisionKinds),
      words: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    answer: OwnReason,
  }),
  retireReason: operation({
    method: 'POST',
    path: '/api/reasons/:reasonId/retire',
    who: 'signed in',
    summary: 'Ends the use of a reason of the agency’s own; decisions made with it keep it.',
    params: Type.Object({ reasonId: id }),
    query: none,
    body: none,
    answer: OwnReason,
  }),
  takeLease: operation({
    method: 'POST',
    path: '/api/tips/:tipId/lease',
    who: 'signed in',
    summary:
      'Tells the agency that one is on a tip, or goes on being; takes it over only where that is said.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: Type.Object({ takeOver: Type.Optional(Type.Boolean()) }),
    answer: Type.Object({ lease: LeaseView }),
  }),
  releaseLease: operation({
    method: 'POST',
    path: '/api/tips/:tipId/lease/release',
    who: 'signed in',
    summary: 'Tells that one is no longer on a tip.',
    params: Type.Object({ tipId: id }),
    query: none,
    body: none,
    answer: none,
  }),
} as const
