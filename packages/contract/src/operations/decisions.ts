import { Type } from 'typebox'
import { bundleTipsMax } from '../bundles.ts'
import { DecisionRequest, DecisionView } from '../tips.ts'
import { operation, id, none } from './operation.ts'

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
} as const
